import { CsvError, type Options, parse } from "csv-parse/sync";
import type { TableLimits, TableRow } from "../messages.ts";
import { lineEndOf } from "./line-end.ts";
import { tableRow } from "./rows/table-row.ts";
import { Unreadable } from "./rows/unreadable.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;
const LINES_TRIED = 25;
const STATED_SEPARATOR = /^\uFEFF?"?sep=([^\r\n"])"?\r?\n/i;
const QUOTE = '"'.charCodeAt(0);

const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  // A closing quote that is missing would otherwise read the whole file as one cell.
  max_record_size: 1_000_000,
};

/** How the cells of a text are separated, and its length without a first line that only says so ("sep=;"). */
export function separatorOf(text: string): { separator: string; statedIn: number } {
  const stated = STATED_SEPARATOR.exec(text);
  if (stated?.[1]) return { separator: stated[1], statedIn: stated[0].length };
  const body = Buffer.from(text);
  const options = { ...OPTIONS, record_delimiter: lineEndOf(body) };
  return { separator: likelySeparator(body, options), statedIn: 0 };
}

/**
 * Reads the rows of a CSV text; the separator is found out, or taken from a first line "sep=;" as Excel writes it.
 * @throws Unreadable
 */
export function readCsv(text: string, limits: TableLimits, add: (row: TableRow) => void): void {
  const stated = STATED_SEPARATOR.exec(text);
  const body = Buffer.from(stated ? text.slice(stated[0].length) : text);
  const options = { ...OPTIONS, record_delimiter: lineEndOf(body) };
  const delimiter = stated?.[1] ?? likelySeparator(body, options);
  let lines = 0;
  // Rows end here instead of gathering: null keeps nothing of them.
  const on_record = (cells: string[]): null => {
    lines += 1;
    const row = tableRow(lines, cells, limits);
    if (row) add(row);
    return null;
  };
  try {
    parse(body, { ...options, delimiter, on_record });
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable(faultOf(error, body), lines + 1);
    throw error;
  }
}

function faultOf({ code, bytes }: CsvError, body: Buffer) {
  if (code === "CSV_QUOTE_NOT_CLOSED") return "file-quote-open";
  if (code !== "CSV_MAX_RECORD_SIZE") return "file-damaged";
  // The cell that was too much begins where the one before it ended, after a separator unless it is the first of its
  // line.
  const start = Number(bytes);
  return body[start] === QUOTE || body[start + 1] === QUOTE
    ? "file-quote-open"
    : "file-line-too-long";
}

/** The separator that divides the first lines into the most cells. */
function likelySeparator(body: Buffer, options: Options): string {
  const counts = SEPARATORS.map((delimiter) => cellsWith(body, { ...options, delimiter }));
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function cellsWith(body: Buffer, options: Options): number {
  let count = 0;
  const on_record = (cells: string[]): null => {
    count += cells.length - 1;
    return null;
  };
  try {
    parse(body, { ...options, on_record, to: LINES_TRIED });
    return count;
  } catch (error) {
    // A quote that this separator leaves open speaks against it; the chosen one is read again and reports its faults.
    if (error instanceof CsvError) return 0;
    throw error;
  }
}
