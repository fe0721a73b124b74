import { readDate } from "./dates.ts";
import type { ImportField } from "./fields.ts";
import type { ImportSettings } from "./settings.ts";
import type { FileTable } from "./table.ts";

/** A column of a file, as shown to the person who says what it means. */
export type FileColumn = {
  title: string;
  /** As spreadsheets letter it: A, B, … AA. */
  letter: string;
  samples: string[];
  field: ImportField | null;
};

const SAMPLES = 3;
const ROWS_SEARCHED = 200;
const LONGEST_SAMPLE = 60;

export function describeColumns(
  { header, rows }: FileTable,
  columns: ImportSettings["columns"],
): FileColumn[] {
  return header.map((title, column) => {
    const samples = new Set<string>();
    for (const { cells } of rows.slice(0, ROWS_SEARCHED)) {
      const cell = (cells[column] ?? "").trim();
      if (cell)
        samples.add(cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE)}…` : cell);
      if (samples.size === SAMPLES) break;
    }
    const field = columns[column] ?? null;
    return { title, letter: columnLetter(column), samples: [...samples], field };
  });
}

/** A date of the file that means one day or another, with both, as YYYY-MM-DD. */
export function undecidedDate(
  { rows }: FileTable,
  columns: ImportSettings["columns"],
): { text: string; dmy: string; mdy: string } | null {
  for (const { cells } of rows) {
    for (const [column, field] of columns.entries()) {
      if (field !== "startDate" && field !== "endDate") continue;
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
