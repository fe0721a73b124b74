import { findRoot } from "./find-root.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";

/** The value below which a share p of chi-square with df > 0 lies; NaN for bad arguments. */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const tail = p <= 0.5 ? "lower" : "upper";
  const target = Math.log(p <= 0.5 ? p : 1 - p);
  const f = (u: number) =>
    Math.log(Math.max(incompleteGamma(Math.exp(u), df / 2)[tail], 1e-320)) - target;
  return 2 * Math.exp(findRoot(f, -740, Math.log(df + 2000) + 3));
}
