import { AWAY_FIELDS, type ImportField } from "~/features/people/domain/index.ts";
import type { FileTable } from "./table.ts";

/** A table without what stands in these columns. Their titles stay, and so do the places of all others. */
export function withoutColumns(table: FileTable, columns: readonly number[]): FileTable {
  if (columns.length === 0) return table;
  const left = new Set(columns);
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => (left.has(column) ? "" : cell)),
  }));
  return { ...table, rows };
}

/**
 * The columns of which nothing may be shown: where a file tells absences, all that is not read may say why, whatever
 * its title.
 */
export function unshownColumns(columns: readonly (ImportField | null)[]): number[] {
  const tellsAbsences = AWAY_FIELDS.some((field) => columns.includes(field));
  return tellsAbsences ? [...columns.keys()].filter((column) => columns[column] === null) : [];
}
