import { chiSquareCdf } from "./chi-square-cdf.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * F distribution function at f with df1 and df2 degrees of freedom (df2 may be infinite).
 * `tail: "upper"` gives the p-value with its full precision. NaN for bad arguments.
 */
export function fCdf(
  f: number,
  df1: number,
  df2: number,
  tail: "lower" | "upper" = "lower",
): number {
  if (!(df1 > 0 && df2 > 0) || Number.isNaN(f)) return Number.NaN;
  if (f <= 0) return tail === "lower" ? 0 : 1;
  if (f === Number.POSITIVE_INFINITY) return tail === "lower" ? 1 : 0;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareCdf(f * df1, df1, tail);
  const total = df1 * f + df2;
  return incompleteBeta((df1 * f) / total, df2 / total, df1 / 2, df2 / 2)[tail];
}
