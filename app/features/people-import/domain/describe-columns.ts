import { DATED_FIELDS, type ImportField, reasonColumns } from "~/features/people/domain/index.ts";
import { readDate } from "./dates.ts";
import type { ImportSettings } from "./settings.ts";
import type { FileTable } from "./table.ts";
import { unshownColumns } from "./unread-columns.ts";

/** A column of a file, as shown to the person who says what it means. */
export type FileColumn = {
  title: string;
  /** As spreadsheets letter it: A, B, … AA. */
  letter: string;
  samples: string[];
  field: ImportField | null;
  /** Why nothing of it is shown: it says why somebody is away, or may, in a file that tells absences. */
  unshown: "reason" | "beside-absences" | null;
};

const DATED: readonly ImportField[] = DATED_FIELDS;
const SAMPLES = 3;
const ROWS_SEARCHED = 200;
const LONGEST_SAMPLE = 60;

export function describeColumns(
  { header, rows }: FileTable,
  columns: ImportSettings["columns"],
): FileColumn[] {
  const reasons = reasonColumns(header);
  const beside = unshownColumns(columns);
  return header.map((title, column) => {
    const samples = new Set<string>();
    const isReason = reasons.includes(column);
    const unshown = isReason ? "reason" : beside.includes(column) ? "beside-absences" : null;
    for (const { cells } of unshown ? [] : rows.slice(0, ROWS_SEARCHED)) {
      const cell = (cells[column] ?? "").trim();
      if (cell)
        samples.add(cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE)}…` : cell);
      if (samples.size === SAMPLES) break;
    }
    const field = columns[column] ?? null;
    const letter = columnLetter(column);
    return { title, letter, samples: [...samples], field: isReason ? null : field, unshown };
  });
}

/** A date of the file that means one day or another, with both, as YYYY-MM-DD. */
export function undecidedDate(
  { rows }: FileTable,
  columns: ImportSettings["columns"],
): { text: string; dmy: string; mdy: string } | null {
  for (const { cells } of rows) {
    for (const [column, field] of columns.entries()) {
      if (field === null || !DATED.includes(field)) continue;
      const text = cells[column] ?? "";
      const [dmy, mdy] = [readDate(text, "dmy"), readDate(text, "mdy")];
      if (dmy && mdy && dmy !== mdy) return { text: text.trim(), dmy, mdy };
    }
  }
  return null;
}

function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}
