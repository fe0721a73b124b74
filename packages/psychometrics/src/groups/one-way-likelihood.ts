import { findRoot } from "../distributions/find-root.ts";
import type { LikelihoodMethod } from "../models/crossed/likelihood-method.ts";
import type { SumsByGroup } from "./sums-by-group.ts";

/** The profile likelihood of a one-way layout at a ratio of the variance between groups to that within. */
export interface Profile {
  ratio: number;
  /** Mean by generalised least squares, and the sum of its weights n / (1 + n ratio). */
  mean: number;
  weight: number;
  /** Weighted squares of the group means about it. */
  between: number;
  within: number;
  /** -2 log (restricted) likelihood, and its slope in the ratio. */
  deviance: number;
  slope: number;
}

/**
 * -2 log likelihood of y = mean + group + residual with everything but the ratio of variances profiled out, restricted
 * or not (Patterson and Thompson 1971; Searle, Casella and McCulloch 1992, chapter 6).
 */
export function profileAt(sums: SumsByGroup, ratio: number, method: LikelihoodMethod): Profile {
  const { sizes, means, ssWithin } = sums;
  let [weight, weighted, squares, logs, trace] = [0, 0, 0, 0, 0];
  const own = sizes.map((size) => size / (1 + size * ratio));
  for (const [i, w] of own.entries()) {
    weight += w;
    weighted += w * means[i];
    squares += w * w;
    logs += Math.log1p(sizes[i] * ratio);
    trace += w;
  }
  const mean = weighted / weight;
  let [between, drop] = [0, 0];
  for (const [i, w] of own.entries()) {
    const square = (means[i] - mean) ** 2;
    between += w * square;
    drop += w * w * square;
  }
  const df = method === "reml" ? sums.n - 1 : sums.n;
  const whole = ssWithin + between;
  const within = whole / df;
  const restricted = method === "reml" ? Math.log(weight) : 0;
  return {
    ratio,
    mean,
    weight,
    between,
    within,
    deviance: df * (Math.log(2 * Math.PI * within) + 1) + logs + restricted,
    slope: trace - (df * drop) / whole - (method === "reml" ? squares / weight : 0),
  };
}

/** Points per factor of ten at which the slope is looked at: unbalanced likelihoods may have more than one peak. */
const POINTS = 12;

/** Where the profile likelihood is highest, 0 included. */
export function highest(sums: SumsByGroup, method: LikelihoodMethod): Profile {
  const at = (ratio: number) => profileAt(sums, ratio, method);
  const none = levelled(at(0));
  const peaks: Profile[] = none.slope >= 0 ? [none] : [];
  const largest = sums.sizes.reduce((most, size) => Math.max(most, size), 1);
  let before = none;
  // The slope is positive from here on: what the group means can still ask for is less than their number adds.
  const [low, high] = rangeOf(sums.means);
  const beyond = (4 * sums.n * (high - low) ** 2) / sums.ssWithin + 1;
  for (let ratio = 1e-6 / largest; before.ratio < beyond; ratio *= 10 ** (1 / POINTS)) {
    const now = at(ratio);
    if (before.slope < 0 && now.slope >= 0) {
      peaks.push(at(findRoot((r) => at(r).slope, before.ratio, now.ratio)));
    }
    before = now;
  }
  return peaks.reduce(
    (best, peak) => (peak.deviance < best.deviance ? peak : best),
    peaks[0] as Profile,
  );
}

/** What rounding alone makes a slope of, as a share of the terms that cancel in it. */
const ROUNDING = 1e-12;

/** Groups that differ exactly as much as their members: nothing is between them, in whatever order they are summed. */
function levelled(none: Profile): Profile {
  return Math.abs(none.slope) <= ROUNDING * none.weight ? { ...none, slope: 0 } : none;
}

function rangeOf(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
