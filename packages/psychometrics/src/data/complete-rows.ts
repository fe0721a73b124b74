import type { DataMatrix } from "./data-matrix.ts";
import { row } from "./row.ts";

/** The rows without a missing cell, in their order. The same matrix when none is missing. */
export function completeRows(matrix: DataMatrix): DataMatrix {
  const { rows, cols, values } = matrix;
  const incomplete = new Set<number>();
  for (let at = 0; at < values.length; at++) {
    // A difference with itself is 0 for numbers, NaN for missing and infinite ones.
    const value = values[at];
    if (value - value !== 0) incomplete.add(Math.floor(at / cols));
  }
  if (incomplete.size === 0) return matrix;
  const kept = new Float64Array((rows - incomplete.size) * cols);
  let to = 0;
  for (let r = 0; r < rows; r++) {
    if (incomplete.has(r)) continue;
    kept.set(row(matrix, r), to);
    to += cols;
  }
  return { rows: rows - incomplete.size, cols, values: kept };
}
