import type { ReadingRefusal } from "./reading-fault.ts";

/**
 * A filled row with the number a spreadsheet shows beside it (the first line of a file is row 1); no blanks at its end.
 */
export type TableRow = { row: number; cells: string[] };

/**
 * How much of a table is wanted: more filled rows are a fault, and of a row with more columns only that it has more is
 * told, by one further cell.
 */
export type TableLimits = { rows: number; columns: number };

/**
 * What the process that reads a file says, in this order; a refusal or failure may come at any time and is the last.
 */
export type ReaderMessage =
  /** The first filled rows of a sheet, in the order of the workbook. */
  | { kind: "head"; head: TableRow[] }
  /** Waits for a `SheetChoice`. */
  | { kind: "choose" }
  | { kind: "rows"; rows: TableRow[] }
  | ({ kind: "end" } & ReaderFacts)
  | ({ kind: "refusal"; refusal: ReadingRefusal } & ReaderFacts)
  /** A fault of the reader's own, in words without a word of the file. */
  | { kind: "failure"; failure: string };

/** Which sheet is to be read, counted from 0; null for none. */
export type SheetChoice = { sheet: number | null };

/** The most memory the process held, in bytes. */
export type ReaderFacts = { peakMemory: number };
