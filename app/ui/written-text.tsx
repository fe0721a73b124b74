import { writtenBlocks } from "./written-blocks.ts";

type Props = {
  text: string;
  /** What it is written in, where that may be another language than the page's. */
  language?: string;
  /** Of its headings. */
  level?: 2 | 3;
};

/** A text that somebody wrote, with its headings and lists. What is in it is shown and never read as HTML. */
export function WrittenText({ text, language, level = 2 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="grid max-w-reading gap-3 wrap-anywhere" lang={language} dir="auto">
      {writtenBlocks(text).map((block, at) => {
        // A text does not change while it is shown, so that its parts are known by their places.
        const key = `${at} ${block.kind}`;
        if (block.kind === "heading")
          return (
            <Heading key={key} className="mt-3 text-lg font-semibold first:mt-0">
              {block.text}
            </Heading>
          );
        if (block.kind === "paragraph")
          return (
            <p key={key} className="whitespace-pre-line">
              {block.text}
            </p>
          );
        return (
          <ul key={key} className="grid list-disc gap-1.5 ps-5 marker:text-ink-faint">
            {[...new Set(block.items)].map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}
