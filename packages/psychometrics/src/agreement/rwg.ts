import { present, type Values } from "../data/values.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";
import { type AgreementNull, varianceOfNull } from "./null-variance.ts";

export interface Rwg {
  n: number;
  /** 0 (no better than chance) to 1 (all the same); more spread than chance counts as 0. */
  rwg: number;
  /** The same, left negative where raters differ more than chance would have it. */
  raw: number;
  variance: number;
  nullVariance: number;
}

/**
 * Agreement of several raters on one item: 1 less the variance over that of a null distribution (Finn 1970; James,
 * Demaree and Wolf 1984). null for fewer than two ratings.
 */
export function rwg(ratings: Values, against: AgreementNull): Rwg | null {
  const nullVariance = varianceOfNull(against);
  const { n, ss } = sumOfSquares(present(ratings));
  if (n < 2) return null;
  const variance = ss / (n - 1);
  const raw = 1 - variance / nullVariance;
  return { n, rwg: Math.max(0, raw), raw, variance, nullVariance };
}
