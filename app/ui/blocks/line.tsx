import type { Line } from "~/platform/blocks/block.ts";
import { Badge } from "../badge.tsx";
import { InWords } from "./words.tsx";

/** One thing said, with what stands beside and under it. */
export function OneLine({ line: { words, aside, under, mark } }: { line: Line }) {
  return (
    <>
      <InWords words={words} />
      {aside && <span className="ms-2 text-sm font-normal text-ink-muted">{aside}</span>}
      {(under || mark) && (
        <span className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
          {under}
          {mark && <Badge>{mark}</Badge>}
        </span>
      )}
    </>
  );
}
