import type { TableBlock } from "~/platform/blocks/block.ts";
import type { PrintBlock } from "./print-block.ts";
import { plainWords, wordsOf } from "./words.ts";

const LETTERS_OF_A_FIGURE = 14;

/** A table for the template, which repeats its head on every page it runs over. Nothing where there are no rows. */
export function printedTable({ columns, rows }: TableBlock): PrintBlock[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) =>
    row.cells.map((cell) => {
      if (typeof cell === "string") return { said: cell, quiet: false };
      if ("quiet" in cell) return { said: cell.quiet, quiet: true };
      return { said: cell.figure, quiet: false, strong: true };
    }),
  );
  return [
    {
      kind: "table",
      columns: columns.map(({ header, figures = false }, index) => ({
        words: plainWords(header),
        figures,
        share: shareOf([header, ...cells.map((row) => row[index]?.said ?? "")], index),
      })),
      rows: cells.map((row) =>
        row.map(({ said, quiet, strong = false }) => ({
          words: strong ? wordsOf([{ text: said, strong }]) : plainWords(said),
          quiet,
        })),
      ),
    },
  ];
}

/** How wide a column is against the others: figures need little, reasons more, names most. */
function shareOf(said: readonly string[], index: number): number {
  const longest = Math.max(...said.map((words) => words.length));
  const [least, most] = index === 0 ? [2.4, 3.2] : [1, 2.6];
  return Math.min(most, Math.max(least, longest / LETTERS_OF_A_FIGURE));
}
