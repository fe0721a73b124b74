import type { TableLimits, TableRow } from "../../messages.ts";

/** Takes a table's rows as they are read, and chooses among the sheets of a workbook by their first rows. */
export type TableTaker = {
  limits: TableLimits;
  add(row: TableRow): void;
  choose(heads: Iterable<TableRow[]> | AsyncIterable<TableRow[]>): Promise<number | null>;
};
