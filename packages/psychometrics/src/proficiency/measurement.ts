import type { JobKind } from "./defaults.ts";
import { proficiencyDefaults } from "./defaults.ts";
import type { LevelPopulation, LevelSource } from "./level-source.ts";

/** How far sources can be relied on. */
export interface SourceTrust {
  /** Whose jobs these are; it chooses the default of `raterReliability`. */
  job?: JobKind;
  /** Of one other rater: the share of the variance of ratings that is the level's. */
  raterReliability?: number;
  /** Correlation of self-assessment and level. */
  selfCorrelation?: number;
}

/** A source as level plus error. */
export interface Measurement {
  value: number;
  variance: number;
}

/**
 * A source read as the level plus an error of known variance. A rating by others is that as it stands: with reliability
 * R the error's variance is S(1 - R)/R for a population variance S. People place themselves as widely as others place
 * them (a spread of sd / sqrt R), but only r of that goes with the level, so a step of the level is r / sqrt R steps of
 * theirs: what they say is stretched by that about the population's mean, and its error is S(1 - r^2)/r^2. Read as it
 * stands, a self-assessment would have to spread over 1 / r = 3.4 population sds, which no scale holds.
 */
export function measurementOf(
  source: LevelSource,
  { mean, sd }: LevelPopulation,
  trust: SourceTrust,
): Measurement {
  const reliability = reliabilityOf(trust);
  const error = (share: number) => (sd * sd * (1 - share)) / share;
  if (source.kind === "measured")
    return { value: source.level, variance: source.spread * source.spread };
  if (source.kind === "self") {
    const r = trust.selfCorrelation ?? proficiencyDefaults.selfCorrelation;
    const slope = r / Math.sqrt(reliability);
    return { value: mean + (source.level - mean) / slope, variance: error(r * r) };
  }
  const raters = source.kind === "rater" ? (source.raters ?? 1) : 1;
  return { value: source.level, variance: error(reliability) / raters };
}

function reliabilityOf({ job = "other", raterReliability }: SourceTrust): number {
  return raterReliability ?? proficiencyDefaults.raterReliability[job];
}

/** Throws a RangeError for a share that is none: a reliability or correlation outside (0, 1]. */
export function checkTrust(trust: SourceTrust): void {
  const shares = [reliabilityOf(trust), trust.selfCorrelation ?? 1];
  for (const share of shares)
    if (!(share > 0 && share <= 1)) throw new RangeError(`a reliability of ${share}`);
}
