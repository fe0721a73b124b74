import { incompleteBeta } from "./incomplete-beta.ts";
import { normalCdf } from "./normal-cdf.ts";

/** Student's t distribution function with df > 0 degrees of freedom (may be infinite); NaN for bad arguments. */
export function tCdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalCdf(t);
  const square = t * t;
  const total = df + square;
  if (total === Number.POSITIVE_INFINITY) return t > 0 ? 1 : 0;
  const both = incompleteBeta(df / total, square / total, df / 2, 0.5).lower;
  return t > 0 ? 1 - both / 2 : both / 2;
}

/** Probability of a t at least this far from 0 in either direction: the two-sided p-value. */
export function tTwoSided(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}
