import type { Line, ListMarks } from "~/platform/blocks/block.ts";
import { OneLine } from "./line.tsx";
import { InWords } from "./words.tsx";

const looks: Record<ListMarks, string> = {
  none: "grid max-w-reading gap-2",
  dots: "grid max-w-reading list-disc gap-1.5 ps-5 marker:text-ink-faint",
  numbers: "grid max-w-reading list-decimal gap-1.5 ps-5 marker:text-ink-faint",
  along: "flex flex-wrap gap-x-5 gap-y-1",
};

/** Things said one by one, in order where they are numbered. */
export function BlockList({ marks, items }: { marks: ListMarks; items: readonly Line[] }) {
  const Tag = marks === "numbers" ? "ol" : "ul";
  return (
    <Tag className={looks[marks]}>
      {items.map((line, index) => (
        <li key={keyOf(line, index)}>
          <OneLine line={line} />
        </li>
      ))}
    </Tag>
  );
}

/** The same thing may be said twice. */
function keyOf({ words }: Line, index: number): string {
  return `${index} ${typeof words === "string" ? words : (words[0]?.text ?? "")}`;
}

type PassageProps = { lines: readonly { words: Line["words"]; small?: true }[] };

/** The sentences to read first, larger than others, with small print where it belongs to them. */
export function Passage({ lines }: PassageProps) {
  return (
    <div className="grid max-w-reading gap-3 text-lg">
      {lines.map((line, index) => (
        <p key={keyOf(line, index)} className={line.small ? "text-sm text-ink-muted" : undefined}>
          <InWords words={line.words} />
        </p>
      ))}
    </div>
  );
}
