import { type LevelOption, levelOf } from "../data/level.ts";
import type { Values } from "../data/values.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { tTwoSided } from "../distributions/t-cdf.ts";

export interface Correlation {
  /** Pairs with both values. */
  n: number;
  r: number;
  /** Fisher's z interval; null below four pairs or at a perfect correlation. */
  lower: number | null;
  upper: number | null;
  /** Two-sided p of the t test against 0; null below three pairs. */
  p: number | null;
  level: number;
}

/** So near to 1 only rounding tells it apart, which depends on the order of the pairs. */
const ROUNDING = 1e-12;

/**
 * Pearson's correlation over pairs with both values; null below two pairs or when either list does not
 * vary. Throws a RangeError when the lists differ in length.
 */
export function correlation(x: Values, y: Values, options?: LevelOption): Correlation | null {
  const level = levelOf(options);
  if (x.length !== y.length) throw new RangeError("the two lists differ in length");
  const { n, sxx, syy, sxy } = crossProducts(x, y);
  if (n < 2 || sxx === 0 || syy === 0) return null;
  const found = sxy / Math.sqrt(sxx * syy);
  const perfect = Math.abs(found) > 1 - ROUNDING;
  const r = perfect ? Math.sign(found) : found;
  const half = normalQuantile((1 + level) / 2) / Math.sqrt(n - 3);
  const bounded = n > 3 && !perfect;
  return {
    n,
    r,
    lower: bounded ? Math.tanh(Math.atanh(r) - half) : null,
    upper: bounded ? Math.tanh(Math.atanh(r) + half) : null,
    p: n < 3 ? null : perfect ? 0 : tTwoSided(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2),
    level,
  };
}

function crossProducts(x: Values, y: Values) {
  let n = 0;
  let [mx, my, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const dx = x[i] - mx;
    const dy = y[i] - my;
    if (!Number.isFinite(dx + dy)) continue;
    n++;
    mx += dx / n;
    my += dy / n;
    const rest = (n - 1) / n;
    sxx += dx * dx * rest;
    syy += dy * dy * rest;
    sxy += dx * dy * rest;
  }
  return { n, sxx, syy, sxy };
}
