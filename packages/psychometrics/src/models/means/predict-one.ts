import { cholesky, choleskySolve } from "../../linear/cholesky.ts";
import { errorCovariance } from "./error-covariance.ts";
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
  const ratees = new Map<string | number, number>();
  const places = Int32Array.from(means, ({ ratee }) => {
    const place = ratees.get(ratee) ?? ratees.size;
    ratees.set(ratee, place);
    return place;
  });
  const target = Float64Array.from(means, ({ kind }) =>
    kind === undefined ? 0 : variances.kind * (kinds.get(kind) ?? 0),
  );
  let spread = 0;
  for (const share of kinds.values()) spread += variances.kind * share ** 2;
  let estimate = 0;
  let square = 0;
  for (const prior of priors) {
    const found = conditional({ means, places, errors, target, spread }, prior);
    estimate += prior.weight * found.mean;
    square += prior.weight * (found.variance + found.mean ** 2);
  }
  return { estimate, sd: Math.sqrt(Math.max(0, square - estimate ** 2)) };
}

type System = {
  means: readonly ObservedMean[];
  /** Whose each mean is, counted from 0: the ratee's own come first. */
  places: Int32Array;
  errors: Float64Array;
  /** Covariances of the kinds' part of the truth with the means, and its variance. */
  target: Float64Array;
  spread: number;
};

/** The truth given the means, for one standard deviation between ratees. */
function conditional({ means, places, errors, target, spread }: System, prior: Prior) {
  const n = means.length;
  const between = prior.sd ** 2;
  // The lower triangle is all that is looked at.
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const at = i * n + j;
      covariance[at] = errors[at] + prior.variance + (places[i] === places[j] ? between : 0);
    }
  const lower = cholesky(covariance, n);
  if (lower === null) throw new RangeError("the means' covariance is singular");
  const both = target.map((each, i) => each + prior.variance + (places[i] === 0 ? between : 0));
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
