/** A part of a text that somebody wrote: a heading ("# …"), a list ("- …" on every line) or a paragraph. */
export type WrittenBlock =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] };

/** A text in its parts. Parts stand apart by an empty line; a list may follow its paragraph at once. */
export function writtenBlocks(text: string): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  let begun: WrittenBlock | null = null;
  for (const line of text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((each) => each.trim())) {
    const mark = /^[#-]\s/.test(line) ? line[0] : undefined;
    const words = line.slice(1).trimStart();
    if (line === "") begun = null;
    else if (mark === "#") {
      blocks.push({ kind: "heading", text: words });
      begun = null;
    } else if (mark === "-" && begun?.kind === "list") begun.items.push(words);
    else if (mark !== "-" && begun?.kind === "paragraph") begun.text += `\n${line}`;
    else {
      begun = mark === "-" ? { kind: "list", items: [words] } : { kind: "paragraph", text: line };
      blocks.push(begun);
    }
  }
  return blocks;
}
