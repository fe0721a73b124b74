import type { DataMatrix } from "./data-matrix.ts";

/** A copy of one column, missing cells as NaN. Throws a RangeError when there is no such column. */
export function column(matrix: DataMatrix, index: number): Float64Array {
  if (!(index >= 0 && index < matrix.cols)) throw new RangeError(`no column ${index}`);
  const values = new Float64Array(matrix.rows);
  for (let r = 0; r < matrix.rows; r++) {
    values[r] = matrix.values[r * matrix.cols + index];
  }
  return values;
}
