import { type LevelOption, levelOf } from "../data/level.ts";
import { present, type Values } from "../data/values.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";

export interface ShrunkenMean {
  n: number;
  /** null without a rating. */
  mean: number | null;
  /** The mean drawn towards the centre by as much as it is unreliable. */
  shrunken: number;
  /** Share of the mean's variance that is true: n b / (n b + w). */
  reliability: number;
  /** Spread of the true value around `shrunken`, and the interval it gives. */
  sd: number;
  lower: number;
  upper: number;
  level: number;
}

export interface ShrunkenMeanOptions extends LevelOption {
  /** What to shrink towards: the mean over all participants. */
  centre: number;
  /** Variance of true values between participants, and of single ratings within one. */
  betweenVariance: number;
  withinVariance: number;
}

/**
 * Empirical Bayes estimate of a participant's true mean from few ratings (Kelley 1927; Efron and Morris 1975).
 * No rating present gives the centre itself with n = 0. null when both variances are 0. A negative variance
 * throws a RangeError.
 */
export function shrunkenMean(values: Values, options: ShrunkenMeanOptions): ShrunkenMean | null {
  const level = levelOf(options);
  const { centre, betweenVariance: b, withinVariance: w } = options;
  if (!(b >= 0 && w >= 0)) throw new RangeError("variances must not be negative");
  if (b === 0 && w === 0) return null;
  const { n, mean } = sumOfSquares(present(values));
  const reliability = (n * b) / (n * b + w) || 0;
  const shrunken = n === 0 ? centre : centre + reliability * (mean - centre);
  const sd = Math.sqrt(b * (1 - reliability));
  const half = sd * normalQuantile((1 + level) / 2);
  return {
    n,
    mean: n === 0 ? null : mean,
    shrunken,
    reliability,
    sd,
    lower: shrunken - half,
    upper: shrunken + half,
    level,
  };
}
