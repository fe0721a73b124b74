import { findRoot } from "./find-root.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/** The value below which a share p of the beta distribution lies; NaN for bad arguments. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return Number.NaN;
  return betaPoint(p, 1 - p, a, b).x;
}

/**
 * The point x, with y = 1 - x, whose lower tail is `lower` and upper tail `upper`. Solved in the logarithm
 * of the nearer end of the scale, on the smaller tail, so that x and y are both good to the last digits.
 */
export function betaPoint(
  lower: number,
  upper: number,
  a: number,
  b: number,
): { x: number; y: number } {
  if (lower <= 0) return { x: 0, y: 1 };
  if (upper <= 0) return { x: 1, y: 0 };
  if (lower > upper) {
    const mirrored = betaPoint(upper, lower, b, a);
    return { x: mirrored.y, y: mirrored.x };
  }
  const target = Math.log(lower);
  const f = (u: number) =>
    Math.log(Math.max(incompleteBeta(Math.exp(u), -Math.expm1(u), a, b).lower, 1e-320)) - target;
  const u = findRoot(f, -740, -1e-300);
  return { x: Math.exp(u), y: -Math.expm1(u) };
}
