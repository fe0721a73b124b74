import type { ReadingChoices, SheetHead, TableLimits, TableRow } from "../../messages.ts";

/** Takes a table's rows as they are read, and chooses among the sheets of a workbook by their first rows. */
export type TableTaker = {
  limits: TableLimits;
  /** Only what a text's encoding is to be: sheets are chosen below. */
  choices?: Pick<ReadingChoices, "encoding">;
  add(row: TableRow): void;
  choose(heads: Iterable<SheetHead> | AsyncIterable<SheetHead>): Promise<number | null>;
};
