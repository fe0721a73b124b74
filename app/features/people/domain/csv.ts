const COULD_BE_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const WAS_MADE_HARMLESS = /^'+[=+\-@\t\r＝＋－＠]/u;
const NEEDS_QUOTES = /[",;\t\r\n]/u;

/**
 * Text that a spreadsheet will show and never run: an apostrophe goes before anything that could start a formula
 * (OWASP, CSV injection). `fromSpreadsheet` takes it off again, so a file that comes back means what it meant.
 */
export function forSpreadsheet(text: string): string {
  return COULD_BE_FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes `forSpreadsheet`. */
export function fromSpreadsheet(text: string): string {
  return WAS_MADE_HARMLESS.test(text) ? text.slice(1) : text;
}

/** A CSV file in the form every spreadsheet opens: comma, CRLF, a byte order mark, no cell that could run. */
export function toCsv(rows: readonly (readonly (string | null)[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;
}

function csvCell(value: string | null): string {
  const text = forSpreadsheet(value ?? "");
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
