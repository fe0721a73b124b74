import type { DataMatrix } from "./data-matrix.ts";
import { row } from "./row.ts";

/** The rows without a missing cell, in their order. The same matrix when none is missing. */
export function completeRows(matrix: DataMatrix): DataMatrix {
  const kept: number[] = [];
  for (let r = 0; r < matrix.rows; r++) {
    if (row(matrix, r).every(Number.isFinite)) kept.push(r);
  }
  if (kept.length === matrix.rows) return matrix;
  const values = new Float64Array(kept.length * matrix.cols);
  for (const [to, from] of kept.entries()) values.set(row(matrix, from), to * matrix.cols);
  return { rows: kept.length, cols: matrix.cols, values };
}
