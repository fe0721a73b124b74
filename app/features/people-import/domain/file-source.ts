import type { FileTable, TableNotes } from "./table.ts";

/** A sheet of a workbook: whether it can be seen, holds anything, looks like a table to read, and was read. */
export type FileSheet = {
  name: string;
  hidden: boolean;
  filled: boolean;
  wanted: boolean;
  read: boolean;
};

/** How a text was decoded; `readings` show words of it as other encodings would read them, the one used first. */
export type FileEncoding = {
  name: string;
  certain: boolean;
  readings: { encoding: string; words: string[] }[];
};

/** What a file's rows were taken from: all that was decided or passed over before the first of them. */
export type FileSource = TableNotes & {
  sheets: FileSheet[];
  /** Null for a workbook and for Unicode, which says itself what it is. */
  encoding: FileEncoding | null;
  filledDown: { cells: number; rows: number[] };
  /** Columns that say why somebody is away: they were not read. */
  reasons: { column: number; title: string }[];
  /** Rows that a filter or a hand has hidden in the workbook. */
  hiddenRows: number[];
};

type Taken = Pick<FileSource, "sheets" | "filledDown"> & {
  encoding: { name: string; finding: Omit<FileEncoding, "name"> | null } | null;
};

/** What there is to say about how a table was read. */
export function sourceOf(
  { sheets, filledDown, encoding }: Taken,
  { table, notes }: { table: FileTable; notes: TableNotes },
  reasons: FileSource["reasons"],
): FileSource {
  const finding = encoding?.finding;
  return {
    ...notes,
    sheets,
    filledDown,
    reasons,
    encoding:
      encoding && finding
        ? { name: encoding.name, certain: finding.certain, readings: finding.readings }
        : null,
    hiddenRows: table.rows.filter(({ hidden }) => hidden).map(({ row }) => row),
  };
}
