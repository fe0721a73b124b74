import { type LevelOption, levelOf } from "../data/level.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { checkProportion, type Proportion, scoreInterval } from "./score-interval.ts";

/** A share, from 0 to 1, with the ends of its interval. */
export interface ProportionInterval {
  share: number;
  lower: number;
  upper: number;
  level: number;
}

/**
 * A share with its score interval without continuity correction (Wilson 1927, Journal of the American Statistical
 * Association 22, 209-212; Newcombe 1998, Statistics in Medicine 17, 857-872, method 3). It stays within 0 and 1 and
 * has a width also where nobody or everybody is counted: then its one end is exactly 0 or 1, and the other is
 * z² / (n + z²) away from it. null where nobody was asked (`of` is 0); throws a RangeError for what are no counts.
 */
export function proportionInterval(
  proportion: Proportion,
  options?: LevelOption,
): ProportionInterval | null {
  const level = levelOf(options);
  checkProportion(proportion);
  const { count, of } = proportion;
  if (of === 0) return null;
  const { share, lower, upper } = scoreInterval(proportion, normalQuantile((1 + level) / 2));
  return { share, lower: count === 0 ? 0 : lower, upper: count === of ? 1 : upper, level };
}
