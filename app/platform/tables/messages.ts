import type { CalendarContent } from "./calendar-messages.ts";
import type { EncodingFinding } from "./encoding/find-encoding.ts";
import type { ReadingRefusal } from "./reading-fault.ts";

/**
 * A filled row with the number a spreadsheet shows beside it (the first line of a file is row 1); no blanks at its end.
 */
export type TableRow = {
  row: number;
  cells: string[];
  /** Only where a workbook hides the row, by a filter or by hand. */
  hidden?: true;
};

/**
 * How much of a table is wanted: more filled rows are a fault, and of a row with more columns only that it has more is
 * told, by one further cell.
 */
export type TableLimits = { rows: number; columns: number };

/** What a person has said about a file that does not say it itself. */
export type ReadingChoices = {
  encoding?: string | undefined;
  /** The name of the sheet to read. */
  sheet?: string | undefined;
};

/** Cells that are shown as one: rows and columns, counted from 1. */
export type Merge = { top: number; left: number; bottom: number };

/** What came with the rows of a table. */
export type TableTail = {
  /** Merged over more than one row. */
  merges: Merge[];
  /** Null for a workbook. */
  encoding: { name: string; finding: EncodingFinding | null } | null;
};

/**
 * What the process that reads a file says, in this order; a refusal or failure may come at any time and is the last.
 */
export type ReaderMessage =
  /** The first filled rows of a sheet, in the order of the workbook. */
  | ({ kind: "head" } & SheetHead)
  /** Waits for a `SheetChoice`. */
  | { kind: "choose" }
  | { kind: "rows"; rows: TableRow[] }
  | ({ kind: "end" } & TableTail & ReaderFacts)
  /** What was asked for of a calendar; null where the file is none. */
  | { kind: "calendar"; content: CalendarContent | null }
  | ({ kind: "refusal"; refusal: ReadingRefusal } & ReaderFacts)
  /** A fault of the reader's own, in words without a word of the file. */
  | { kind: "failure"; failure: string };

/** A sheet of a workbook by its first filled rows, whose cells are cut. */
export type SheetHead = { name: string; hidden: boolean; head: TableRow[] };

/** Which sheet is to be read, counted from 0; null for none. */
export type SheetChoice = { sheet: number | null };

/** The most memory the process held, in bytes. */
export type ReaderFacts = { peakMemory: number };
