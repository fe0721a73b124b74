import type { Values } from "../data/values.ts";

/** Mean and sum of squared deviations by two passes, of values that are all there. Mean is NaN for none. */
export function sumOfSquares(values: Values): { n: number; mean: number; ss: number } {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i] as number;
  const mean = sum / n;
  let ss = 0;
  let drift = 0;
  for (let i = 0; i < n; i++) {
    const d = (values[i] as number) - mean;
    ss += d * d;
    drift += d;
  }
  // The second pass takes out what rounding left in the mean (Chan, Golub and LeVeque 1983).
  return {
    n,
    mean: n === 0 ? Number.NaN : mean + drift / n,
    ss: n === 0 ? 0 : ss - (drift * drift) / n,
  };
}
