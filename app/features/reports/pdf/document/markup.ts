/** An element of a page's markup; `source` is the markup itself, for drawings. */
export type MarkupElement = {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: MarkupNode[];
  source: string;
};
export type MarkupNode = MarkupElement | string;

const TOKEN = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s=<>"]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=>"]+)(?:="([^"]*)")?/g;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
/** Elements that React writes without an end. */
const VOID = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);

function plain(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|(\w+));/gi, (whole, code?: string, name?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (NAMED[name ?? ""] ?? whole),
  );
}

/** Reads what React wrote as static markup, which is always well formed. It reads no other HTML. */
export function readMarkup(markup: string): MarkupNode[] {
  const top: MarkupNode[] = [];
  const open: { element: MarkupElement; start: number }[] = [];
  const add = (node: MarkupNode) => (open.at(-1)?.element.children ?? top).push(node);
  for (const match of markup.matchAll(TOKEN)) {
    const [whole, ending, tag = "", attributes = "", selfEnding, text] = match;
    if (text !== undefined) {
      add(plain(text));
    } else if (ending) {
      const closed = open.pop();
      if (closed?.element.tag !== tag) throw new Error("markup that is not well formed");
      closed.element.source = markup.slice(closed.start, match.index + whole.length);
    } else {
      const element: MarkupElement = {
        tag,
        attributes: Object.fromEntries(
          [...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [
            name,
            plain(value),
          ]),
        ),
        children: [],
        source: whole,
      };
      add(element);
      if (!selfEnding && !VOID.has(tag)) open.push({ element, start: match.index });
    }
  }
  return top;
}

export function classesOf(element: MarkupElement): string[] {
  return (element.attributes.class ?? "").split(" ");
}

/** Every element below that fits, in the order of the markup. */
export function elementsIn(
  nodes: readonly MarkupNode[],
  fits: (element: MarkupElement) => boolean,
): MarkupElement[] {
  return nodes.flatMap((node) =>
    typeof node === "string"
      ? []
      : [...(fits(node) ? [node] : []), ...elementsIn(node.children, fits)],
  );
}
