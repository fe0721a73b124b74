import { incompleteGamma } from "./incomplete-gamma.ts";

/**
 * Chi-square distribution function at x with df > 0 degrees of freedom; `tail: "upper"` gives the
 * p-value with its full precision. NaN for bad arguments.
 */
export function chiSquareCdf(x: number, df: number, tail: "lower" | "upper" = "lower"): number {
  if (!(df > 0) || Number.isNaN(x)) return Number.NaN;
  return incompleteGamma(x / 2, df / 2)[tail];
}
