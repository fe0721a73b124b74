import type { DataMatrix } from "../data/data-matrix.ts";

export interface TwoWayMeanSquares {
  n: number;
  k: number;
  /** Between rows (the rated), between columns (raters), residual, and within rows. */
  rows: number;
  columns: number;
  residual: number;
  within: number;
}

/** Mean squares of a complete table of rated (rows) x raters (columns), one rating each. */
export function twoWayMeanSquares({ rows: n, cols: k, values }: DataMatrix): TwoWayMeanSquares {
  const grand = values.reduce((a, b) => a + b, 0) / values.length;
  const rowMeans = new Float64Array(n);
  const columnMeans = new Float64Array(k);
  values.forEach((value, at) => {
    const r = Math.floor(at / k);
    rowMeans[r] = rowMeans[r] + (value - grand) / k;
    columnMeans[at % k] = columnMeans[at % k] + (value - grand) / n;
  });
  const squares = (list: Float64Array) => list.reduce((sum, d) => sum + d * d, 0);
  const residual = values.reduce((sum, value, at) => {
    const d = value - grand - rowMeans[Math.floor(at / k)] - columnMeans[at % k];
    return sum + d * d;
  }, 0);
  // What is left by rounding alone counts as nothing, so that perfect agreement looks perfect.
  const noise = 1e-28 * values.reduce((sum, value) => sum + value * value, 0);
  const clean = (ss: number) => (ss > noise ? ss : 0);
  const ssResidual = clean(residual);
  const ssColumns = clean(n * squares(columnMeans));
  return {
    n,
    k,
    rows: clean(k * squares(rowMeans)) / (n - 1),
    columns: ssColumns / (k - 1),
    residual: ssResidual / ((n - 1) * (k - 1)),
    within: (ssResidual + ssColumns) / (n * (k - 1)),
  };
}
