import type { Values } from "../data/values.ts";

/**
 * Mean and sum of squared deviations by two passes, of values that are all there. Mean is NaN for none. Deviations of
 * rounding size count as none, so that equal values have no variance whatever their decimals.
 */
export function sumOfSquares(values: Values): { n: number; mean: number; ss: number } {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const mean = sum / n;
  let ss = 0;
  let drift = 0;
  for (let i = 0; i < n; i++) {
    const d = values[i] - mean;
    ss += d * d;
    drift += d;
  }
  if (n === 0) return { n, mean: Number.NaN, ss: 0 };
  // The second pass takes out what rounding left in the mean (Chan, Golub and LeVeque 1983).
  const centre = mean + drift / n;
  const left = ss - (drift * drift) / n;
  return { n, mean: centre, ss: left > 1e-28 * n * centre * centre ? left : 0 };
}
