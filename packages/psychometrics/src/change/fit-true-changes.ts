import {
  type ChangeMixture,
  type ChangeProfile,
  commonGrid,
  densities,
  logProduct,
  mixed,
  posteriorOf,
  type TrueChanges,
} from "./change-profile.ts";

export interface TrueChangeOptions {
  /**
   * What is thought beforehand, and as many persons (`together`) and single changes (`single`) as would have to be seen
   * to weigh as much as it does. Few changes then say little against it.
   */
  beforehand: TrueChanges;
  worth: { together: number; single: number };
  /** So many profiles, evenly taken out of all, say it closely enough. */
  most?: number;
}

const STEPS = 60;
const SETTLED = 2e-4;
const MOST = 400;

/**
 * How true changes are spread over a round, from all profiles that were seen: empirical Bayes with unimodal mixtures of
 * normals around none (Stephens 2017), once for what a person changed in everything and once for single changes, with a
 * common error in each profile. Weights by expectation and maximisation with Dirichlet priors. Throws a RangeError
 * without a part to begin with or with a noise of 0.
 */
export function fitTrueChanges(
  profiles: readonly ChangeProfile[],
  options: TrueChangeOptions,
): TrueChanges {
  const steps = fitTrueChangesInSteps(profiles, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Profiles that are looked at between two yields: a few milliseconds. */
const AT_ONCE = 25;

/** The same in small steps, so that whoever serves others meanwhile may turn to them at every yield. */
export function* fitTrueChangesInSteps(
  profiles: readonly ChangeProfile[],
  { beforehand, worth, most = MOST }: TrueChangeOptions,
): Generator<void, TrueChanges> {
  if (beforehand.together.length === 0 || beforehand.single.length === 0)
    throw new RangeError("nothing is thought beforehand");
  if (!(worth.together > 0 && worth.single > 0)) throw new RangeError("worth must be above 0");
  const every = Math.max(1, profiles.length / most);
  const taken = profiles.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
  const prepared: Prepared[] = [];
  for (const [at, each] of taken.entries()) {
    prepared.push(prepare(each, beforehand));
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  let weights = {
    together: beforehand.together.map(({ weight }) => weight),
    single: beforehand.single.map(({ weight }) => weight),
  };
  for (let step = 0; step < STEPS; step++) {
    const next = {
      together: beforehand.together.map(({ weight }) => worth.together * weight),
      single: beforehand.single.map(({ weight }) => worth.single * weight),
    };
    for (const [at, each] of prepared.entries()) {
      expect(each, weights, next);
      if (at % AT_ONCE === AT_ONCE - 1) yield;
    }
    const found = { together: shares(next.together), single: shares(next.single) };
    const moved = Math.max(
      farthest(found.together, weights.together),
      farthest(found.single, weights.single),
    );
    weights = found;
    if (moved < SETTLED) break;
  }
  return {
    together: withWeights(beforehand.together, weights.together),
    single: withWeights(beforehand.single, weights.single),
  };
}

type Weights = { together: number[]; single: number[] };
/** Densities of one profile that stay the same while weights change. */
type Prepared = { count: number; common: Float64Array; changes: Float64Array[] };

function prepare(profile: ChangeProfile, { together, single }: TrueChanges): Prepared {
  for (const { standardError } of profile.changes)
    if (!(standardError > 0)) throw new RangeError(`standard error ${standardError}`);
  if (!(profile.common > 0)) throw new RangeError(`common noise ${profile.common}`);
  const even = { single, together: together.map(({ sd }) => ({ sd, weight: 1 })) };
  const { values, beforehand } = commonGrid(profile, even);
  return {
    count: values.length,
    common: beforehand,
    changes: profile.changes.map((each) => densities(each, values, single)),
  };
}

/** Adds to `next` how many of this profile's changes belong to each part, given the weights so far. */
function expect({ count, common, changes }: Prepared, weights: Weights, next: Weights): void {
  const each = changes.map((parts) => mixed(parts, weights.single, count));
  const before = mixed(common, weights.together, count);
  const posterior = posteriorOf(before, logProduct(each, count));
  add(next.together, weights.together, { parts: common, whole: before, posterior });
  for (const [index, parts] of changes.entries())
    add(next.single, weights.single, { parts, whole: each[index] as Float64Array, posterior });
}

/** Adds the share of every part in a whole of parts, over all values. */
function add(
  next: number[],
  weights: readonly number[],
  of: { parts: Float64Array; whole: Float64Array; posterior: Float64Array },
): void {
  const count = of.posterior.length;
  for (const [part, weight] of weights.entries()) {
    let sum = 0;
    for (let at = 0; at < count; at++) {
      const whole = of.whole[at];
      if (whole > 0) sum += (of.posterior[at] * of.parts[part * count + at]) / whole;
    }
    next[part] = next[part] + weight * sum;
  }
}

function shares(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, each) => sum + each, 0);
  return counts.map((each) => each / all);
}

function farthest(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((each, part) => Math.abs(each - b[part])));
}

function withWeights(mixture: ChangeMixture, weights: readonly number[]): ChangeMixture {
  return mixture.map(({ sd }, part) => ({ sd, weight: weights[part] }));
}
