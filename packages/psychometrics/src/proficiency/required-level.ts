import { normalCdf, normalDensity } from "../distributions/normal-cdf.ts";

/** A level that is not known for sure, as normal. */
type Uncertain = { estimate: number; sd: number };

/**
 * The chance that somebody meets a required level: P(level >= required - 1/2), since what is nearer to a level than to
 * the one below counts as it. Throws a RangeError for a negative sd.
 */
export function chanceOfMeeting({ estimate, sd }: Uncertain, required: number): number {
  const least = required - 0.5;
  if (checkedSd(sd) === 0) return estimate >= least ? 1 : 0;
  return normalCdf((estimate - least) / sd);
}

/**
 * How many levels are expected to be missing up to the required one: E max(0, r - L) for a normal L, which is
 * (r - mu) Phi(z) + sigma phi(z) with z = (r - mu) / sigma. r is the required level itself and not the half step below
 * it, from which somebody counts as meeting it: the way goes on to the level, so whoever is half a step below meets it
 * and has half a step to go. What is above r fills no gap. Throws a RangeError for a negative sd.
 */
export function expectedGap({ estimate, sd }: Uncertain, required: number): number {
  const missing = required - estimate;
  if (checkedSd(sd) === 0) return Math.max(0, missing);
  const z = missing / sd;
  return Math.max(0, missing * normalCdf(z) + sd * normalDensity(z));
}

function checkedSd(sd: number): number {
  if (!(sd >= 0)) throw new RangeError(`sd ${sd}`);
  return sd;
}
