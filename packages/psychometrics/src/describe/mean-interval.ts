import { type LevelOption, levelOf } from "../data/level.ts";
import { present, type Values } from "../data/values.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { sumOfSquares } from "./sum-of-squares.ts";

export interface MeanInterval {
  n: number;
  mean: number;
  sd: number;
  standardError: number;
  lower: number;
  upper: number;
  level: number;
}

/**
 * Student's t interval of the mean of the values present. null for fewer than two: one rating says nothing
 * about how raters differ. When all values agree the interval is the point itself; say so beside it.
 */
export function meanInterval(values: Values, options?: LevelOption): MeanInterval | null {
  const level = levelOf(options);
  const { n, mean, ss } = sumOfSquares(present(values));
  if (n < 2) return null;
  const sd = Math.sqrt(ss / (n - 1));
  const standardError = sd / Math.sqrt(n);
  const half = standardError * tQuantile((1 + level) / 2, n - 1);
  return { n, mean, sd, standardError, lower: mean - half, upper: mean + half, level };
}
