import { type FileRow, LINES_SEARCHED_FOR_HEADER } from "./columns/file-row.ts";
import { recogniseHeaders } from "./columns/recognise-headers.ts";

/**
 * The addresses, or else employee ids, that the filled lines of a file hold, one a line: from the columns whose title
 * says so, or else from the first column in which something looks like an address, or from the only one there is.
 * @returns null when no column can be told to hold them.
 */
export function listFromRows(rows: readonly FileRow[]): string[] | null {
  const titled = titles(rows.slice(0, LINES_SEARCHED_FOR_HEADER));
  if (titled) {
    const columns = [titled.fields.indexOf("email"), titled.fields.indexOf("employeeId")];
    return filled(rows.slice(titled.at + 1), columns);
  }
  const width = Math.max(0, ...rows.slice(0, LOOKED_AT).map(({ cells }) => cells.length));
  const some = Array.from({ length: width }, (_, column) => column);
  const column =
    width === 1
      ? 0
      : some.find((at) => rows.slice(0, LOOKED_AT).some(({ cells }) => isAddress(cells[at])));
  return column === undefined ? null : filled(rows, [column]);
}

const LOOKED_AT = 100;

/** The first line that names a column of addresses or ids. */
function titles(rows: readonly FileRow[]) {
  for (const [at, { cells }] of rows.entries()) {
    const fields = recogniseHeaders(cells);
    if (fields.includes("email") || fields.includes("employeeId")) return { at, fields };
  }
  return null;
}

/** Of each row the first of these columns that holds something. */
function filled(rows: readonly FileRow[], columns: readonly number[]): string[] {
  return rows.flatMap(({ cells }) => {
    const texts = columns.map((column) => (cells[column] ?? "").trim());
    return texts.find((text) => text !== "") ?? [];
  });
}

function isAddress(cell: string | undefined): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(cell?.trim() ?? "");
}
