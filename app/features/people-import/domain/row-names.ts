import type { FileRow } from "~/features/people/domain/index.ts";

/**
 * The rows without their names, where each has one in front that the header has no title for, as R writes them: lines
 * one cell longer than the titles, numbered 1, 2, 3. Null when the file is not like that.
 */
export function findRowNames(titles: readonly string[], rows: FileRow[]): FileRow[] | null {
  if (rows.length === 0) return null;
  const wider = rows.filter(({ cells }) => cells.length === titles.length + 1).length;
  if (wider * 2 <= rows.length) return null;
  const numbered = rows.every(
    ({ cells }, at) => cells.length <= titles.length + 1 && cells[0] === String(at + 1),
  );
  return numbered ? rows.map((row) => ({ ...row, cells: row.cells.slice(1) })) : null;
}
