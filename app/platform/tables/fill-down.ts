import type { Merge, TableLimits, TableRow } from "./messages.ts";

/**
 * Writes what stands in the first cell of each merged block into the cells of its first column below, in rows that are
 * there for another reason. @returns what was filled, or null when the blocks fill more than a table may hold.
 */
export function fillDown(
  rows: TableRow[],
  merges: readonly Merge[],
  limits: TableLimits,
): { cells: number; rows: number[] } | null {
  const filled = new Set<number>();
  let cells = 0;
  // Looked at, filled or not: blocks that lie on one another would otherwise take for ever.
  let steps = 0;
  for (const { top, left, bottom } of merges) {
    const start = indexOfRow(rows, top);
    const text = rows[start]?.row === top ? rows[start].cells[left - 1] : undefined;
    if (!text || left > limits.columns) continue;
    for (let at = start + 1; at < rows.length; at += 1) {
      const row = rows[at];
      if (!row || row.row > bottom) break;
      steps += 1;
      if (steps > limits.rows * limits.columns) return null;
      if ((row.cells[left - 1] ?? "").trim() !== "") continue;
      while (row.cells.length < left) row.cells.push("");
      row.cells[left - 1] = text;
      filled.add(row.row);
      cells += 1;
    }
  }
  return { cells, rows: [...filled].sort((one, other) => one - other) };
}

/** Where a row is, or would be, in rows by their number. */
function indexOfRow(rows: readonly TableRow[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
