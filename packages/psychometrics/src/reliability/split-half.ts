import type { DataMatrix } from "../data/data-matrix.ts";
import { covarianceMatrix, type MissingOption } from "../describe/covariance-matrix.ts";

export interface SplitHalf {
  n: number;
  items: number;
  /** First, third, ... items against the second, fourth, ... */
  oddEven: number;
  /** Over all splits into halves (the smaller half has floor(items / 2)). */
  lowest: number;
  highest: number;
  mean: number;
  splits: number;
}

/**
 * Split-half reliability of standardised items: four times the covariance of the two half sums over the variance of the
 * whole (Rulon 1939, Guttman 1945), for the odd-even split and over every split. The highest is Guttman's
 * lambda 4; with an even number of items the mean is standardised alpha (Cronbach 1951). null for fewer than two items
 * or rows, items without variance, or more than 16 items (6,435 splits), where alpha is the better summary.
 */
export function splitHalf(matrix: DataMatrix, options: MissingOption = {}): SplitHalf | null {
  const covariance = covarianceMatrix(matrix, options);
  if (covariance === null || covariance.cols < 2 || covariance.cols > 16) return null;
  const { n, cols: items } = covariance;
  const r = correlations(covariance.values, items);
  if (r === null) return null;
  const half = Math.floor(items / 2);
  let [lowest, highest, sum, splits] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (let mask = 0; mask < 1 << items; mask++) {
    // With an even number each split would come twice: keep the one whose half holds the first item.
    if (bits(mask) !== half || (items % 2 === 0 && (mask & 1) === 0)) continue;
    const value = ofSplit(r, items, mask);
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    sum += value;
    splits++;
  }
  const oddEven = ofSplit(r, items, 0x5555 & ((1 << items) - 1));
  return Number.isFinite(sum)
    ? { n, items, oddEven, lowest, highest, mean: sum / splits, splits }
    : null;
}

function correlations(covariances: Float64Array, n: number): Float64Array | null {
  const r = covariances.map((value, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    return value / Math.sqrt(covariances[i * n + i] * covariances[j * n + j]);
  });
  return r.every(Number.isFinite) ? r : null;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function ofSplit(r: Float64Array, n: number, mask: number): number {
  let [across, all] = [0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = r[i * n + j];
      all += value;
      if (((mask >> i) & 1) !== ((mask >> j) & 1)) across += value / 2;
    }
  }
  return (4 * across) / all;
}
