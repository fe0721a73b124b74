import {
  type FileRow,
  LINES_SEARCHED_FOR_HEADER,
  MOST_COLUMNS,
  MOST_ROWS,
} from "~/features/people/domain/index.ts";
import { findRowNames } from "./row-names.ts";

export type FileTable = { header: string[]; rows: FileRow[] };

/** What was passed over to find the table, by row. */
export type TableNotes = {
  /** Filled lines above the header. */
  above: number[];
  /** The header again, as printed lists have it on each page. */
  repeated: number[];
  /** Whether a first column of row names, for which there is no title, was left out. */
  rowNames: boolean;
};

export const tableFaults = [
  "file-empty",
  "file-header-only",
  "file-one-column",
  "file-too-many-columns",
  "file-too-many-rows",
] as const;
export type TableFault = (typeof tableFaults)[number];

/** How many columns of a header are known. */
export type KnownColumns = (header: readonly string[]) => number;

/**
 * Finds the header and the rows in the filled lines of a file, which have no blanks at their end. Title lines above the
 * header are skipped when a later line names at least two known fields.
 */
export function tableFrom(
  filled: FileRow[],
  known: KnownColumns,
): { ok: true; table: FileTable; notes: TableNotes } | { ok: false; reason: TableFault } {
  const headerAt = headerIndex(filled, known);
  const titles = filled[headerAt]?.cells;
  if (!titles) return { ok: false, reason: "file-empty" };
  const below = filled.slice(headerAt + 1);
  const repeated = below.filter(({ cells }) => isHeader(cells, titles)).map(({ row }) => row);
  const again = new Set(repeated);
  const body = again.size > 0 ? below.filter(({ row }) => !again.has(row)) : below;
  const named = findRowNames(titles, body);
  const rows = named ?? body;
  const header = withUnnamedColumns(titles, rows);
  const fault = faultOf(header, rows);
  if (fault) return { ok: false, reason: fault };
  const above = filled.slice(0, headerAt).map(({ row }) => row);
  return {
    ok: true,
    table: { header, rows },
    notes: { above, repeated, rowNames: named !== null },
  };
}

function faultOf(header: string[], rows: FileRow[]): TableFault | null {
  if (header.length > MOST_COLUMNS) return "file-too-many-columns";
  if (header.length < 2) return "file-one-column";
  if (rows.length === 0) return "file-header-only";
  if (rows.length > MOST_ROWS) return "file-too-many-rows";
  return null;
}

function isHeader(cells: readonly string[], titles: readonly string[]): boolean {
  return cells.length === titles.length && cells.every((cell, at) => cell === titles[at]);
}

/** When most rows are wider than the header, it lacks titles; when few are, those rows slipped. */
function withUnnamedColumns(header: string[], rows: FileRow[]): string[] {
  const wider = rows.filter(({ cells }) => cells.length > header.length);
  const width = wider.length > rows.length / 2 ? widest(wider) : header.length;
  return Array.from({ length: width }, (_, column) => (header[column] ?? "").trim());
}

function widest(rows: FileRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

function headerIndex(filled: FileRow[], knownIn: KnownColumns): number {
  const known = filled.slice(0, LINES_SEARCHED_FOR_HEADER).map(({ cells }) => knownIn(cells));
  const most = Math.max(0, ...known);
  return most >= 2 ? known.indexOf(most) : 0;
}
