import { recogniseHeaders } from "./recognise-headers.ts";

/** A row with the number a spreadsheet shows beside it (the first line of the file is row 1). */
export type FileRow = { row: number; cells: string[] };

export type FileTable = { header: string[]; rows: FileRow[] };

export const tableFaults = [
  "file-empty",
  "file-header-only",
  "file-one-column",
  "file-too-many-columns",
  "file-too-many-rows",
] as const;
export type TableFault = (typeof tableFaults)[number];

export const MOST_COLUMNS = 100;
export const MOST_ROWS = 50_000;
/** The header may have so many lines of titles above it, less one. */
export const LINES_SEARCHED_FOR_HEADER = 10;

/**
 * Finds the header and the rows in the filled lines of a file, which have no blanks at their end. Title lines above the
 * header are skipped when a later line names at least two known fields.
 */
export function tableFrom(
  filled: FileRow[],
): { ok: true; table: FileTable } | { ok: false; reason: TableFault } {
  const headerAt = headerIndex(filled);
  const header = filled[headerAt]?.cells;
  if (!header) return { ok: false, reason: "file-empty" };
  const rows = filled.slice(headerAt + 1);
  const columns = withUnnamedColumns(header, rows);
  const fault = faultOf(columns, rows);
  if (fault) return { ok: false, reason: fault };
  return { ok: true, table: { header: columns, rows } };
}

function faultOf(header: string[], rows: FileRow[]): TableFault | null {
  if (header.length > MOST_COLUMNS) return "file-too-many-columns";
  if (header.length < 2) return "file-one-column";
  if (rows.length === 0) return "file-header-only";
  if (rows.length > MOST_ROWS) return "file-too-many-rows";
  return null;
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

function headerIndex(filled: FileRow[]): number {
  const known = filled
    .slice(0, LINES_SEARCHED_FOR_HEADER)
    .map(({ cells }) => recogniseHeaders(cells).filter((field) => field !== null).length);
  const most = Math.max(0, ...known);
  return most >= 2 ? known.indexOf(most) : 0;
}
