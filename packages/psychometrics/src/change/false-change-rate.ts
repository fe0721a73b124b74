import { normalCdf } from "../distributions/normal-cdf.ts";
import {
  type ChangeProfile,
  type CommonGrid,
  commonGrid,
  densities,
  logProduct,
  mixed,
  posteriorOf,
  type SeenChange,
  type TrueChanges,
} from "./change-profile.ts";

/**
 * Judges the changes of one profile: how likely it is that nothing of `least` or more truly changed the way it seems to
 * have (the local false sign rate, Stephens 2017, with changes smaller than `least` counted as none). What moves
 * everything together is integrated over: it may be the raters' strictness as well as a true change.
 */
export interface ProfileJudge {
  /** The false rate of one change, also as if it had been another one and all others had stayed. */
  one(index: number, change?: number): number;
  /** The false rate of the mean of all changes, also as if all had been higher by `shift`. */
  mean(shift?: number): number;
}

export interface JudgeOptions {
  least: number;
  /** Error variance of the mean besides that of its parts, such as of parts that were not seen. */
  extra?: number;
}

/** Probability of a value of the common part that is too small to matter. */
const NOTHING = 1e-7;

/** A judge for a profile, by how true changes are spread. Throws a RangeError for a change that is not there. */
export function judgeProfile(
  profile: ChangeProfile,
  truth: TrueChanges,
  { least, extra = 0 }: JudgeOptions,
): ProfileJudge {
  const grid = commonGrid(profile, truth);
  const { values } = grid;
  const before = mixed(
    grid.beforehand,
    truth.together.map(() => 1),
    values.length,
  );
  const together = trueTogether(profile.common, grid, truth, before);
  const weights = truth.single.map(({ weight }) => weight);
  const placed = (seen: SeenChange, at: Float64Array): Placed => {
    const parts = densities(seen, at, truth.single);
    return { seen, parts, whole: mixed(parts, weights, at.length) };
  };
  const all = profile.changes.map((seen) => placed(seen, values));
  const wholes = all.map(({ whole }) => whole);
  // What all others say of the common part, as far as any change of this one could bear it out.
  const besides = profile.changes.map((_, index) => {
    const others = wholes.filter((_, at) => at !== index);
    return likelyPart(posteriorOf(before, logProduct(others, values.length)));
  });
  const wrong = (seen: number) => (mean: number, variance: number) => {
    const amount = seen < 0 ? -mean : mean;
    return variance > 0
      ? normalCdf((least - amount) / Math.sqrt(variance))
      : Number(amount < least);
  };
  return {
    one(index, change) {
      const seen = profile.changes[index];
      const others = besides[index];
      if (!(seen && others)) throw new RangeError(`no change ${index}`);
      const near = values.subarray(others.from, others.from + others.weights.length);
      const own = placed({ ...seen, change: change ?? seen.change }, near);
      const posterior = others.weights.map((weight, at) => weight * own.whole[at]);
      const tail = wrong(own.seen.change);
      return expected(posterior, (at) => {
        let rate = 0;
        for (const [part, { sd, weight }] of truth.single.entries()) {
          const share = shareAt(own, { part, at, weight });
          const single = trueSingle(own.seen, sd, near[at]);
          rate +=
            share *
            tail(
              single.mean + together.mean[others.from + at],
              single.variance + together.variance[others.from + at],
            );
        }
        return rate;
      });
    },
    mean(shift = 0) {
      const moved =
        shift === 0
          ? all
          : profile.changes.map((seen) => placed({ ...seen, change: seen.change + shift }, values));
      const posterior = posteriorOf(
        before,
        logProduct(
          moved.map(({ whole }) => whole),
          values.length,
        ),
      );
      const tail = wrong(moved.reduce((sum, { seen }) => sum + seen.change, 0));
      return expected(posterior, (at) => {
        let mean = together.mean[at];
        let variance = together.variance[at] + extra;
        for (const one of moved) {
          let [first, second] = [0, 0];
          for (const [part, { sd, weight }] of truth.single.entries()) {
            const share = shareAt(one, { part, at, weight });
            const single = trueSingle(one.seen, sd, values[at]);
            first += share * single.mean;
            second += share * (single.variance + single.mean ** 2);
          }
          mean += first / moved.length;
          variance += (second - first ** 2) / moved.length ** 2;
        }
        return tail(mean, variance);
      });
    },
  };
}

/** A change with its density at every value of the common part: by part of the mixture, and altogether. */
type Placed = { seen: SeenChange; parts: Float64Array; whole: Float64Array };

/** How likely the change is of one part of the mixture, where the common part is known. */
function shareAt(
  { parts, whole }: Placed,
  { part, at, weight }: { part: number; at: number; weight: number },
): number {
  return (weight * parts[part * whole.length + at]) / whole[at];
}

/**
 * What one thing truly changed besides the rest, if it is of the part with this spread and the common part is known.
 */
function trueSingle({ change, standardError }: SeenChange, sd: number, common: number) {
  const share = sd ** 2 / (sd ** 2 + standardError ** 2);
  return { mean: share * (change - common), variance: share * standardError ** 2 };
}

/**
 * How much of the common part is a true change, at each of its values: mean and variance over the parts of `together`.
 */
function trueTogether(
  noise: number,
  { values, beforehand }: CommonGrid,
  { together }: TrueChanges,
  before: Float64Array,
) {
  const count = values.length;
  const mean = new Float64Array(count);
  const variance = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    let [first, second] = [0, 0];
    for (const [part, { sd }] of together.entries()) {
      const share = beforehand[part * count + at] / before[at];
      const reliable = sd ** 2 / (sd ** 2 + noise ** 2);
      const own = reliable * values[at];
      first += share * own;
      second += share * (reliable * noise ** 2 + own ** 2);
    }
    mean[at] = first;
    variance[at] = Math.max(0, second - first ** 2);
  }
  return { mean, variance };
}

/** Values beside these are less likely than a change could make up for. */
const UNLIKELY = 1e-12;

/** The part of the values in which all probability lies, and where it begins. */
function likelyPart(posterior: Float64Array): { from: number; weights: Float64Array } {
  const from = posterior.findIndex((each) => each > UNLIKELY);
  const to = posterior.findLastIndex((each) => each > UNLIKELY);
  return { from, weights: posterior.slice(from, to + 1) };
}

/** Expected over values by their weights, which need not add up to one. */
function expected(weights: Float64Array, valueAt: (at: number) => number): number {
  const whole = weights.reduce((all, each) => all + each, 0);
  let sum = 0;
  let all = 0;
  for (const [at, weight] of weights.entries()) {
    if (weight < NOTHING * whole) continue;
    all += weight;
    sum += weight * valueAt(at);
  }
  return all > 0 ? sum / all : 1;
}
