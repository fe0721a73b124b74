import { printedDrawing } from "./drawing.ts";
import { elementsIn, type MarkupElement, type MarkupNode } from "./markup.ts";
import type { PrintBlock } from "./print-block.ts";
import { plainWords } from "./words.ts";

/** Units of the widest drawings, which take the whole width of a page. */
const WHOLE_WIDTH = 720;
/** A square drawing is seen well at less than its width, and leaves room for words on the same page. */
const SQUARE = { ratio: 0.9, smaller: 0.82 };

/** A chart of the page: its finding, its widest drawing, and its figures in words for those who do not see it. */
export function figureBlock(figure: MarkupElement): PrintBlock[] {
  const first = (tag: string) => elementsIn([figure], (element) => element.tag === tag)[0];
  const drawings = elementsIn(
    [figure],
    ({ tag, attributes }) => tag === "svg" && attributes.role === "img",
  );
  const drawing = drawings.toSorted((a, b) => widthOf(b) - widthOf(a))[0];
  if (!drawing) throw new Error("a figure without a drawing");
  const caption = first("figcaption");
  const note = figure.children.find((node) => typeof node !== "string" && node.tag === "p");
  return [
    {
      kind: "chart",
      title: plainWords(caption ? textOf(caption) : ""),
      svg: printedDrawing(drawing.source),
      alt: [drawing.attributes["aria-label"] ?? "", ...figures(first("table"))].join(" "),
      share: shareOf(drawing),
      ratio: ratioOf(drawing),
      note: note ? plainWords(textOf(note)) : null,
    },
  ];
}

function shareOf(drawing: MarkupElement): number {
  const share = Math.min(1, widthOf(drawing) / WHOLE_WIDTH);
  const square = share < 1 && ratioOf(drawing) > SQUARE.ratio;
  return square ? share * SQUARE.smaller : share;
}

function ratioOf(drawing: MarkupElement): number {
  return Number(drawing.attributes.height ?? 0) / widthOf(drawing);
}

function widthOf(drawing: MarkupElement): number {
  return Number(drawing.attributes.width ?? 0);
}

/** The table of the same figures, a sentence a row: what it is about, then each column's word with its figure. */
function figures(table: MarkupElement | undefined): string[] {
  if (!table) return [];
  const [head = [], ...rows] = cellsByRow(table);
  return rows.map(
    ([subject = "", ...cells]) =>
      `${subject}: ${cells.map((cell, index) => `${head[index + 1] ?? ""} ${cell}`).join(", ")}.`,
  );
}

function cellsByRow(table: MarkupElement): string[][] {
  return elementsIn([table], (element) => element.tag === "tr").map((row) =>
    elementsIn([row], ({ tag }) => tag === "th" || tag === "td").map((cell) => textOf(cell).trim()),
  );
}

export function textOf(node: MarkupNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}
