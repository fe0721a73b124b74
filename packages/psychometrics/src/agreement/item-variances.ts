import { column } from "../data/column.ts";
import { completeRows } from "../data/complete-rows.ts";
import type { DataMatrix } from "../data/data-matrix.ts";
import { present } from "../data/values.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";

export interface AvailableOption {
  /** Every answer there is (default), or only raters without a gap. */
  missing?: "available" | "listwise";
}

/** Variance over raters of each item (rows raters, columns items), for items with two answers or more. */
export function itemVariances(
  table: DataMatrix,
  options: AvailableOption,
): { n: number; mean: number; variance: number }[] {
  const used = options.missing === "listwise" ? completeRows(table) : table;
  const result = [];
  for (let c = 0; c < used.cols; c++) {
    const { n, mean, ss } = sumOfSquares(present(column(used, c)));
    if (n >= 2) result.push({ n, mean, variance: ss / (n - 1) });
  }
  return result;
}
