import type { FigureCell, FigureSheet } from "./report-figures.ts";

/** What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection). */
const COULD_BE_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const NEEDS_QUOTES = /[",;\t\r\n]/u;

/** A CSV file that every spreadsheet opens: comma, CRLF, a byte order mark, no words that could run. */
export function figuresCsv({ columns, rows }: FigureSheet): string {
  return `\uFEFF${[columns, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;
}

function csvCell(cell: FigureCell): string {
  if (cell === null) return "";
  // A figure is what it is; only words can pretend to be something else.
  if (typeof cell === "number") return String(cell);
  const text = COULD_BE_FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
