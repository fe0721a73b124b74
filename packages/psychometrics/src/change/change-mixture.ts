import { normalCdf, normalDensity } from "../distributions/normal-cdf.ts";

/** A change that was seen, with the standard error of its noise. */
export interface SeenChange {
  change: number;
  standardError: number;
}

/** True changes as they are spread: normal around none, a share of them as wide as each standard deviation says. */
export type ChangeMixture = readonly { sd: number; weight: number }[];

export interface MixtureOptions {
  /**
   * What is thought beforehand, and as many changes as would have to be seen to weigh as much as it does. Few changes then say little
   * against it.
   */
  beforehand: ChangeMixture;
  worth: number;
}

const STEPS = 200;
const SETTLED = 1e-6;

/**
 * How true changes are spread over a round, from all that were seen (empirical Bayes; unimodal mixture of normals around none,
 * Stephens 2017, weights by expectation and maximisation with a Dirichlet prior). Throws a RangeError without a part to begin with.
 */
export function fitChangeMixture(
  seen: readonly SeenChange[],
  { beforehand, worth }: MixtureOptions,
): ChangeMixture {
  if (beforehand.length === 0 || !(worth > 0))
    throw new RangeError("nothing is thought beforehand");
  const likelihoods = seen.map((each) => beforehand.map(({ sd }) => density(each, sd)));
  let weights = beforehand.map(({ weight }) => weight);
  for (let step = 0; step < STEPS; step++) {
    const next = beforehand.map(({ weight }) => worth * weight);
    for (const own of likelihoods) {
      const total = own.reduce((sum, each, part) => sum + each * (weights[part] as number), 0);
      if (!(total > 0)) continue;
      for (const [part, each] of own.entries())
        next[part] = (next[part] as number) + (each * (weights[part] as number)) / total;
    }
    const all = next.reduce((sum, each) => sum + each, 0);
    const found = next.map((each) => each / all);
    const moved = Math.max(
      ...found.map((each, part) => Math.abs(each - (weights[part] as number))),
    );
    weights = found;
    if (moved < SETTLED) break;
  }
  return beforehand.map(({ sd }, part) => ({ sd, weight: weights[part] as number }));
}

/**
 * How likely it is that nothing of `least` or more truly changed the way it seems to have: the local false sign rate (Stephens
 * 2017), with changes smaller than `least` counted as none.
 */
export function falseChangeRate(seen: SeenChange, mixture: ChangeMixture, least: number): number {
  const { change, standardError } = seen;
  const direction = change < 0 ? -1 : 1;
  let total = 0;
  let wrong = 0;
  for (const { sd, weight } of mixture) {
    const mass = weight * density(seen, sd);
    const share = sd ** 2 / (sd ** 2 + standardError ** 2);
    const left = Math.sqrt(share) * standardError;
    const expected = direction * share * change;
    total += mass;
    wrong += mass * (left === 0 ? 1 : normalCdf((least - expected) / left));
  }
  return total > 0 ? wrong / total : 1;
}

/**
 * The false rate up to which claims may be made so that of all of them at most `rate` are wrong on average: the surest ones, as many as
 * keep the mean of their false rates at that (Sun and Cai 2007; Efron 2010). 0 where none may be.
 */
export function claimLevel(falseRates: readonly number[], rate: number): number {
  const order = falseRates.toSorted((a, b) => a - b);
  let sum = 0;
  let level = 0;
  for (const [place, each] of order.entries()) {
    sum += each;
    if (sum > rate * (place + 1)) break;
    level = each;
  }
  return level;
}

function density({ change, standardError }: SeenChange, sd: number): number {
  const wide = Math.hypot(sd, standardError);
  return normalDensity(change / wide) / wide;
}
