import { type Options, stringify } from "csv-stringify/sync";
import { forSpreadsheet } from "./spreadsheet-text.ts";

/** Null is an empty cell. */
export type CsvCell = string | number | null;

const BYTE_ORDER_MARK = "\uFEFF";
const ROWS_IN_A_PIECE = 1_000;

const options: Options = {
  record_delimiter: "windows",
  // Spreadsheets of other countries split at these.
  quoted_match: /[;\t]/u,
  // Not the library's own escaping: it leaves an apostrophe before a formula as it is, which reading could not tell
  // from ours.
  cast: { string: forSpreadsheet },
};

/** A CSV file in the form every spreadsheet opens: comma, CRLF, a byte order mark, no words that could run. */
export function toCsv(rows: Iterable<readonly CsvCell[]>): string {
  return csvPieces(rows).toArray().join("");
}

/** The same in pieces, for files that are larger than memory should hold. Numbers stay numbers, also below zero. */
export function* csvPieces(rows: Iterable<readonly CsvCell[]>): Generator<string> {
  yield BYTE_ORDER_MARK;
  let piece: (readonly CsvCell[])[] = [];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_IN_A_PIECE) continue;
    yield stringify(piece, options);
    piece = [];
  }
  if (piece.length > 0) yield stringify(piece, options);
}

/** A CSV file to keep. `name` is without its ending. */
export function csvResponse(name: string, rows: Iterable<readonly CsvCell[]>): Response {
  return new Response(toCsv(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}
