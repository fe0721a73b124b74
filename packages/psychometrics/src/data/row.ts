import type { DataMatrix } from "./data-matrix.ts";

/** One row as a view on the matrix, missing cells as NaN. Throws a RangeError when there is no such row. */
export function row(matrix: DataMatrix, index: number): Float64Array {
  if (!(index >= 0 && index < matrix.rows)) throw new RangeError(`no row ${index}`);
  return matrix.values.subarray(index * matrix.cols, (index + 1) * matrix.cols);
}
