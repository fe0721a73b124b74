import { type LevelOption, levelOf } from "../data/level.ts";
import { present, type Values } from "../data/values.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";
import { tQuantile } from "../distributions/t-quantile.ts";

export interface SelfOtherGap {
  /** Number of others. */
  n: number;
  self: number;
  others: number;
  /** Self less the mean of the others: positive when people rate themselves higher. */
  gap: number;
  /** Interval of the gap; null where the data can't give one. */
  lower: number | null;
  upper: number | null;
  /** Which spread made the interval: the others' own, the pooled one, or none. */
  spread: "own" | "pooled" | "none";
  level: number;
}

export interface SelfOtherGapOptions extends LevelOption {
  /** Spread of others' ratings within participants, over the cycle; used below three others or without variance. */
  pooledSd?: number;
  /** Degrees of freedom of pooledSd; infinite unless told. */
  pooledDf?: number;
}

/**
 * The difference between a self-rating and the mean of others, with a t interval for the others' mean (the
 * self-rating is taken as said). With fewer than three others, or none of them differing, their own spread
 * says nothing: the pooled one is used, and without it there is no interval. null when self or others are missing.
 */
export function selfOtherGap(
  self: number,
  others: Values,
  options: SelfOtherGapOptions = {},
): SelfOtherGap | null {
  const level = levelOf(options);
  const { n, mean, ss } = sumOfSquares(present(others));
  if (!Number.isFinite(self) || n === 0) return null;
  const gap = self - mean;
  const result = { n, self, others: mean, gap, level };
  const { pooledSd, pooledDf = Number.POSITIVE_INFINITY } = options;
  const own = n >= 3 && ss > 0;
  const sd = own ? Math.sqrt(ss / (n - 1)) : pooledSd;
  if (sd === undefined || !(sd > 0)) return { ...result, lower: null, upper: null, spread: "none" };
  const half = (tQuantile((1 + level) / 2, own ? n - 1 : pooledDf) * sd) / Math.sqrt(n);
  return { ...result, lower: gap - half, upper: gap + half, spread: own ? "own" : "pooled" };
}
