import { type LevelOption, levelOf } from "../data/level.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";

export interface TrueScore {
  estimate: number;
  /** Standard error of estimation, sd sqrt(r (1 - r)). */
  standardError: number;
  lower: number;
  upper: number;
  level: number;
}

/**
 * Kelley's (1927) estimate of a true score: the observed score drawn to the group's mean by its unreliability. `sd` is
 * the spread of observed scores. Throws a RangeError for a reliability outside [0, 1] or a negative sd.
 */
export function trueScore(
  observed: number,
  group: { mean: number; sd: number; reliability: number },
  options?: LevelOption,
): TrueScore {
  const level = levelOf(options);
  const { mean, sd, reliability } = group;
  if (!(reliability >= 0 && reliability <= 1 && sd >= 0)) throw new RangeError("reliability or sd");
  const estimate = mean + reliability * (observed - mean);
  const standardError = sd * Math.sqrt(reliability * (1 - reliability));
  const half = standardError * normalQuantile((1 + level) / 2);
  return { estimate, standardError, lower: estimate - half, upper: estimate + half, level };
}
