import { cholesky, choleskySolve } from "../../linear/cholesky.ts";
import type { Near } from "./near-means.ts";
import type { MeansVariances, ObservedMean } from "./observed-mean.ts";

/** A standard deviation between ratees with its weight, and what is known beforehand of their centre. */
export interface Prior {
  sd: number;
  weight: number;
  centre: number;
  variance: number;
}

/** The truth of one ratee: mean and standard deviation of the mixture over the priors. */
export function predictOne(
  own: readonly ObservedMean[],
  { others }: Near,
  variances: MeansVariances,
  priors: readonly Prior[],
): { estimate: number; sd: number } {
  const means = [...own, ...others];
  const errors = errorCovariance(means, variances);
  const n = own.reduce((sum, { raters }) => sum + raters.length, 0);
  const kinds = new Map<string | number, number>();
  for (const { kind, raters } of own)
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + raters.length / n);
  const target = Float64Array.from(means, ({ kind }) =>
    kind === undefined ? 0 : variances.kind * (kinds.get(kind) ?? 0),
  );
  let spread = 0;
  for (const share of kinds.values()) spread += variances.kind * share ** 2;
  let estimate = 0;
  let square = 0;
  for (const prior of priors) {
    const found = conditional({ means, own: own.length, errors, target, spread }, prior);
    estimate += prior.weight * found.mean;
    square += prior.weight * (found.variance + found.mean ** 2);
  }
  return { estimate, sd: Math.sqrt(Math.max(0, square - estimate ** 2)) };
}

type System = {
  means: readonly ObservedMean[];
  /** How many of the means, the first ones, are the ratee's own. */
  own: number;
  errors: Float64Array;
  /** Covariances of the kinds' part of the truth with the means, and its variance. */
  target: Float64Array;
  spread: number;
};

/** The truth given the means, for one standard deviation between ratees. */
function conditional({ means, own, errors, target, spread }: System, prior: Prior) {
  const n = means.length;
  const between = prior.sd ** 2;
  const covariance = Float64Array.from(errors);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const same = means[i]?.ratee === means[j]?.ratee;
      covariance[i * n + j] = covariance[i * n + j] + prior.variance + (same ? between : 0);
    }
  const lower = cholesky(covariance, n);
  if (lower === null) throw new RangeError("the means' covariance is singular");
  const both = target.map((each, i) => each + prior.variance + (i < own ? between : 0));
  const weights = choleskySolve(lower, n, both);
  let mean = prior.centre;
  let variance = prior.variance + between + spread;
  for (let i = 0; i < n; i++) {
    const weight = weights[i];
    mean += weight * ((means[i] as ObservedMean).mean - prior.centre);
    variance -= weight * both[i];
  }
  return { mean, variance: Math.max(0, variance) };
}

/** How the means' errors go together: by raters in common, by kind, and each by its own. */
function errorCovariance(
  means: readonly ObservedMean[],
  { rater, leniency, kind }: MeansVariances,
): Float64Array {
  const n = means.length;
  const matrix = new Float64Array(n * n);
  const sets = means.map(({ raters }) => new Set(raters));
  for (let i = 0; i < n; i++) {
    const a = means[i] as ObservedMean;
    for (let j = 0; j <= i; j++) {
      const b = means[j] as ObservedMean;
      let common = 0;
      for (const each of b.raters) if (sets[i]?.has(each)) common++;
      let value = (rater * leniency * common) / (a.raters.length * b.raters.length);
      if (a.kind !== undefined && a.kind === b.kind) value += kind;
      if (i === j) value += (rater * (1 - leniency)) / a.raters.length + (a.extra ?? 0);
      matrix[i * n + j] = value;
      matrix[j * n + i] = value;
    }
  }
  return matrix;
}
