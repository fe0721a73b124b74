import { type LevelOption, levelOf } from "../data/level.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { checkProportion, type Proportion, scoreInterval } from "./score-interval.ts";

/** The first share less the second, from -1 to 1, with the ends of its interval. */
export interface ProportionDifference {
  difference: number;
  lower: number;
  upper: number;
  level: number;
}

/**
 * Difference of the shares of two groups who have nobody in common, with Newcombe's hybrid score interval (Newcombe
 * 1998, Statistics in Medicine 17, 873-890, method 10: without continuity correction), which puts together the score
 * intervals of each share (Wilson 1927). It stays within -1 and 1 and has a width also where nobody, or everybody, is
 * counted. null without anybody in one of the groups; throws a RangeError for what are no counts.
 */
export function differenceOfProportions(
  one: Proportion,
  other: Proportion,
  options?: LevelOption,
): ProportionDifference | null {
  const level = levelOf(options);
  checkProportion(one);
  checkProportion(other);
  if (one.of === 0 || other.of === 0) return null;
  const z = normalQuantile((1 + level) / 2);
  const [a, b] = [scoreInterval(one, z), scoreInterval(other, z)];
  const difference = a.share - b.share;
  return {
    difference,
    lower: Math.max(-1, difference - Math.hypot(a.share - a.lower, b.upper - b.share)),
    upper: Math.min(1, difference + Math.hypot(a.upper - a.share, b.share - b.lower)),
    level,
  };
}
