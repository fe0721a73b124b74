import { completeRows } from "../data/complete-rows.ts";
import type { DataMatrix } from "../data/data-matrix.ts";

export interface CovarianceMatrix {
  /** Rows used: complete ones, or with pairwise those with any value at all. */
  n: number;
  cols: number;
  /** cols x cols, row-major; NaN where fewer than two rows have both values. */
  values: Float64Array;
  /** Rows behind each cell. */
  pairs: Float64Array;
}

export interface MissingOption {
  /** pairwise: each cell from the rows that have both values (default); listwise: complete rows only. */
  missing?: "pairwise" | "listwise";
}

/**
 * Sample covariances (n - 1) of the columns; null without two rows. A pairwise matrix need not be positive definite.
 */
export function covarianceMatrix(
  matrix: DataMatrix,
  options: MissingOption = {},
): CovarianceMatrix | null {
  const complete = completeRows(matrix);
  if (options.missing === "listwise" || complete === matrix) return ofComplete(complete);
  return ofPairs(matrix);
}

function ofComplete(matrix: DataMatrix): CovarianceMatrix | null {
  const { rows: n, cols, values } = matrix;
  if (n < 2 || cols === 0) return null;
  const means = columnMeans(values, n, cols);
  const sums = crossProducts(values, n, cols, means);
  const result = new Float64Array(cols * cols);
  for (let i = 0; i < cols; i++) {
    for (let j = i; j < cols; j++) {
      const value = sums[i * cols + j] / (n - 1);
      result[i * cols + j] = value;
      result[j * cols + i] = value;
    }
  }
  flatten(result, means);
  return { n, cols, values: result, pairs: new Float64Array(cols * cols).fill(n) };
}

/** A column whose spread is of rounding size has none: its row and column become 0. */
function flatten(covariances: Float64Array, means: Float64Array): void {
  const cols = means.length;
  for (let i = 0; i < cols; i++) {
    const mean = means[i];
    if (!(covariances[i * cols + i] <= 1e-28 * mean * mean)) continue;
    for (let j = 0; j < cols; j++) {
      if (Number.isNaN(covariances[i * cols + j])) continue;
      covariances[i * cols + j] = 0;
      covariances[j * cols + i] = 0;
    }
  }
}

function columnMeans(values: Float64Array, n: number, cols: number): Float64Array {
  const means = new Float64Array(cols);
  for (let at = 0; at < values.length; at += cols) {
    for (let c = 0; c < cols; c++) means[c] = means[c] + values[at + c];
  }
  return means.map((sum) => sum / n);
}

/** Upper triangle of the centred cross-products, four rows at a time to spare memory traffic. */
function crossProducts(
  values: Float64Array,
  n: number,
  cols: number,
  means: Float64Array,
): Float64Array {
  const sums = new Float64Array(cols * cols);
  const block = new Float64Array(4 * cols);
  for (let r = 0; r < n; r += 4) {
    for (let k = 0; k < 4; k++) {
      const from = (r + k) * cols;
      for (let c = 0; c < cols; c++) {
        block[k * cols + c] = r + k < n ? values[from + c] - means[c] : 0;
      }
    }
    addBlock(sums, block, cols);
  }
  return sums;
}

function addBlock(sums: Float64Array, block: Float64Array, cols: number): void {
  for (let i = 0; i < cols; i++) {
    const a = block[i];
    const b = block[cols + i];
    const c = block[2 * cols + i];
    const d = block[3 * cols + i];
    const at = i * cols;
    for (let j = i; j < cols; j++) {
      sums[at + j] =
        sums[at + j] +
        (a * block[j] + b * block[cols + j] + (c * block[2 * cols + j] + d * block[3 * cols + j]));
    }
  }
}

function ofPairs(matrix: DataMatrix): CovarianceMatrix | null {
  const { rows, cols, values } = matrix;
  const result = new Float64Array(cols * cols);
  const pairs = new Float64Array(cols * cols);
  const means = new Float64Array(cols);
  for (let i = 0; i < cols; i++) {
    for (let j = i; j < cols; j++) {
      const { n, mean, covariance } = pairCovariance(values, rows, cols, i, j);
      if (i === j) means[i] = mean;
      result[i * cols + j] = covariance;
      result[j * cols + i] = covariance;
      pairs[i * cols + j] = n;
      pairs[j * cols + i] = n;
    }
  }
  flatten(result, means);
  let n = 0;
  for (let r = 0; r < rows; r++) {
    if (values.subarray(r * cols, (r + 1) * cols).some(Number.isFinite)) n++;
  }
  return n < 2 ? null : { n, cols, values: result, pairs };
}

function pairCovariance(values: Float64Array, rows: number, cols: number, i: number, j: number) {
  let n = 0;
  let [mx, my, sxy] = [0, 0, 0];
  for (let r = 0; r < rows; r++) {
    const dx = values[r * cols + i] - mx;
    const dy = values[r * cols + j] - my;
    if (!Number.isFinite(dx + dy)) continue;
    n++;
    mx += dx / n;
    my += dy / n;
    sxy += dx * dy * ((n - 1) / n);
  }
  return { n, mean: mx, covariance: n < 2 ? Number.NaN : sxy / (n - 1) };
}
