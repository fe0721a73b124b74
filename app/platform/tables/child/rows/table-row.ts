import type { TableLimits, TableRow } from "../../messages.ts";

/** A row without blanks at its end and cut to its limits; null when nothing is in it. */
export function tableRow(
  row: number,
  cells: readonly string[],
  { columns }: Pick<TableLimits, "columns">,
): TableRow | null {
  const within = cells.length > columns ? withinColumns(cells, columns) : cells;
  let end = within.length;
  while (end > 0 && isBlank(within[end - 1])) end -= 1;
  if (end === 0) return null;
  // Cells that nothing was said of are holes in the list.
  return { row, cells: Array.from({ length: end }, (_, column) => within[column] ?? "") };
}

/** Everything beyond the last column allowed goes into one more cell: enough to see that there are too many. */
function withinColumns(cells: readonly string[], columns: number): string[] {
  const beyond = cells.slice(columns).find((cell) => !isBlank(cell));
  return [...cells.slice(0, columns), beyond ?? ""];
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === "";
}
