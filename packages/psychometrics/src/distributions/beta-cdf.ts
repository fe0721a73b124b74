import { incompleteBeta } from "./incomplete-beta.ts";

/** Beta distribution function at x in [0, 1] for shapes a, b > 0; NaN for bad arguments. */
export function betaCdf(
  x: number,
  a: number,
  b: number,
  tail: "lower" | "upper" = "lower",
): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return Number.NaN;
  return incompleteBeta(x, 1 - x, a, b)[tail];
}
