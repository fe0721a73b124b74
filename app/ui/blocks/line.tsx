import type { Line } from "~/platform/blocks/block.ts";
import { Badge } from "../badge.tsx";
import { Sure } from "../sure.tsx";
import { InWords } from "./words.tsx";

/** One thing said, with what stands beside and under it. */
export function OneLine({ line: { words, sure, aside, under, mark } }: { line: Line }) {
  return (
    <>
      <InWords words={words} />
      {aside && <span className="ms-2 text-sm font-normal text-ink-muted">{aside}</span>}
      {(sure || under || mark) && (
        <span className="flex flex-wrap items-center gap-x-2.5 text-sm text-ink-muted">
          {sure && <Sure sure={sure} />}
          {under}
          {mark && <Badge>{mark}</Badge>}
        </span>
      )}
    </>
  );
}
