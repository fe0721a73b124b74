import { textOf } from "./figure-block.ts";
import { classesOf, elementsIn, type MarkupElement } from "./markup.ts";
import type { Cell, PrintBlock } from "./print-block.ts";
import { plainWords } from "./words.ts";

/** A table of the page. Its head is repeated on every page it runs over. */
export function tableBlock(table: MarkupElement): PrintBlock[] {
  const [head = [], ...rows] = elementsIn([table], ({ tag }) => tag === "tr").map((row) =>
    elementsIn([row], ({ tag }) => tag === "th" || tag === "td").map(cellOf),
  );
  if (head.length === 0 || rows.length === 0) return [];
  const shares = head.map((cell, index) =>
    shareOf([cell, ...rows.flatMap((row) => row[index] ?? [])], index),
  );
  return [{ kind: "table", columns: head, shares, rows }];
}

const ROOM_FOR_FIGURES = 14;

/** How wide a column is against the others: figures need little, reasons more, names most. */
function shareOf(cells: readonly Cell[], index: number): number {
  const longest = Math.max(
    ...cells.map(({ words }) => words.runs.reduce((sum, { text }) => sum + text.length, 0)),
  );
  const [least, most] = index === 0 ? [2.4, 3.2] : [1, 2.6];
  return Math.min(most, Math.max(least, longest / ROOM_FOR_FIGURES));
}

/** Words that say why nothing is shown are quieter than figures. */
function cellOf(cell: MarkupElement): Cell {
  const quiet = elementsIn([cell], (element) => classesOf(element).includes("text-ink-muted"));
  return {
    words: plainWords(textOf(cell).trim()),
    end: classesOf(cell).includes("text-end"),
    quiet: cell.tag === "td" && quiet.length > 0,
  };
}
