import { present, type Values } from "../data/values.ts";

/**
 * Quantile at p in [0, 1] of the values present, null when there is none.
 * Type 7 (R's default) or 6 (Weibull) of Hyndman and Fan 1996. Throws a RangeError for p outside [0, 1].
 */
export function quantile(values: Values, p: number, type: 6 | 7 = 7): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile ${p} is not in [0, 1]`);
  return quantileOfSorted(present(values).sort(), p, type);
}

/** The same for values already sorted and without gaps. */
export function quantileOfSorted(sorted: Values, p: number, type: 6 | 7): number | null {
  const n = sorted.length;
  if (n === 0) return null;
  const position = type === 7 ? (n - 1) * p : (n + 1) * p - 1;
  const clamped = Math.min(Math.max(position, 0), n - 1);
  // A hair of tolerance, as R has, so that .35 * 20 is 7 and not a shade below.
  const below = Math.floor(clamped + 4e-16 * n);
  const share = Math.max(clamped - below, 0);
  const low = sorted[below];
  return share === 0 ? low : low + share * (sorted[below + 1] - low);
}
