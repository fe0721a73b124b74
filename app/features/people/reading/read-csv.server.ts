import { CsvError, type Options, parse } from "csv-parse/sync";
import { MOST_COLUMNS, MOST_ROWS } from "../domain/import/table.ts";
import type { FileFault } from "./file-fault.ts";

type Lines = { ok: true; lines: string[][] } | { ok: false; reason: FileFault; row?: number };

const SEPARATORS = [",", ";", "\t"] as const;
const LINES_TRIED = 25;
const STATED_SEPARATOR = /^\uFEFF?sep=([,;\t])\r?\n/i;

const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  // A closing quote that is missing would otherwise read the whole file as one cell.
  max_record_size: 1_000_000,
  on_record: withinColumns,
};

/** The lines of a CSV text; the separator is found out, or taken from a first line "sep=;" as Excel writes it. */
export function readCsv(text: string): Lines {
  const stated = STATED_SEPARATOR.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  try {
    const delimiter = stated?.[1] ?? likelySeparator(body);
    return { ok: true, lines: parse(body, { ...OPTIONS, delimiter, to: MOST_ROWS + LINES_TRIED }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const opened = error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE";
    if (!opened) return { ok: false, reason: "file-damaged" };
    const records: unknown = error.records;
    return {
      ok: false,
      reason: "file-quote-open",
      ...(typeof records === "number" && { row: records + 1 }),
    };
  }
}

/** Everything beyond the last column allowed goes into one more cell: enough to see that there are too many. */
function withinColumns(cells: string[]): string[] {
  if (cells.length <= MOST_COLUMNS) return cells;
  const beyond = cells.slice(MOST_COLUMNS).find((cell) => cell.trim() !== "");
  return [...cells.slice(0, MOST_COLUMNS), beyond ?? ""];
}

/** The separator that divides the first lines into the most cells. */
function likelySeparator(text: string): string {
  const counts = SEPARATORS.map((delimiter) => {
    const lines = firstLines(text, delimiter);
    return lines.reduce((sum, cells) => sum + cells.length - 1, 0);
  });
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function firstLines(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...OPTIONS, delimiter, to: LINES_TRIED });
  } catch (error) {
    // A quote that this separator leaves open speaks against it; the chosen one is read again and reports its faults.
    if (error instanceof CsvError) return [];
    throw error;
  }
}
