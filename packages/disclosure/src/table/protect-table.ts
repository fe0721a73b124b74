import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import type { DisclosurePolicy } from "../policy.ts";
import type { HiddenReason } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import type { Cell } from "./cell.ts";
import { chooseHidden } from "./choose-hidden.ts";
import { hidePinned } from "./hide-pinned.ts";

/** Cells by row and column. `range` is the answer range, needed to recognise unanimous extremes. */
export type TableInput = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly range?: { readonly low: number; readonly high: number };
};

/** A count and a mean, or why they are hidden. An empty cell is hidden for want of an answer. */
export type CellFigure =
  | { readonly shown: true; readonly n: number; readonly mean: number }
  | { readonly shown: false; readonly reason: HiddenReason };

/** The table as it may be shown, with its margins. */
export type ProtectedTable = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly CellFigure[])[];
  readonly rowTotals: readonly CellFigure[];
  readonly columnTotals: readonly CellFigure[];
  readonly total: CellFigure;
};

const add = (a: Cell, b: Cell): Cell => ({ n: a.n + b.n, sum: a.sum + b.sum });
const nobody: Cell = { n: 0, sum: 0 };

function check({ rows, columns, cells }: TableInput): void {
  const rectangular =
    cells.length === rows.length && cells.every((r) => r.length === columns.length);
  if (!rectangular) throw new RangeError("A table needs a cell for every row and column.");
  const counted = cells.every((row) => row.every(({ n }) => Number.isInteger(n) && n >= 0));
  if (!counted) throw new RangeError("People must be counted.");
}

/**
 * How many people a cell counts for. One whose mean says that everyone gave the same extreme answer
 * counts as too small, however many they are.
 */
function weightOf(
  cell: Cell,
  range: TableInput["range"],
  k: number,
  policy: DisclosurePolicy,
): number {
  if (policy.alike === "show" || range === undefined || cell.n === 0) return cell.n;
  const unanimous = cell.sum <= cell.n * range.low || cell.sum >= cell.n * range.high;
  return unanimous ? Math.min(cell.n, k - 1) : cell.n;
}

/**
 * Counts and means by two attributes with margins, hiding as few cells as it can find beyond those
 * below `policy.minimumInTables`, so that nothing below it can be worked out from what is shown.
 * Throws a RangeError when the table is not rectangular or counts are not whole.
 */
export function protectTable(
  input: TableInput,
  policy: DisclosurePolicy,
): Disclosed<ProtectedTable> {
  checkPolicy(policy);
  check(input);
  const { rows, columns, cells, range } = input;
  const k = policy.minimumInTables;
  const weights = cells.map((row) => row.map((cell) => weightOf(cell, range, k, policy)));
  const hide =
    range === undefined || policy.alike === "show"
      ? chooseHidden(weights, k)
      : hidePinned(cells, weights, k, range);
  const figure = (cell: Cell, hidden: boolean): CellFigure => {
    if (cell.n === 0) return { shown: false, reason: "hidden-no-answer" };
    if (!hidden)
      return { shown: true, n: cell.n, mean: roundTo(cell.sum / cell.n, policy.precision) };
    if (weightOf(cell, range, k, policy) >= k)
      return { shown: false, reason: "hidden-subtraction" };
    return {
      shown: false,
      reason: range === undefined ? "hidden-few-raters" : "hidden-few-or-alike",
    };
  };
  const rowSums = cells.map((row) => row.reduce(add, nobody));
  const columnSums = columns.map((_, c) =>
    cells.reduce((sum, row) => add(sum, row[c] ?? nobody), nobody),
  );
  return seal({
    rows,
    columns,
    cells: cells.map((row, r) => row.map((cell, c) => figure(cell, hide.cells[r]?.[c] ?? true))),
    rowTotals: rowSums.map((sum, r) => figure(sum, hide.rows[r] ?? true)),
    columnTotals: columnSums.map((sum, c) => figure(sum, hide.columns[c] ?? true)),
    total: figure(rowSums.reduce(add, nobody), hide.total),
  });
}
