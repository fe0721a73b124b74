import { normalDensity } from "../distributions/normal-cdf.ts";

/** A change that was seen, with the standard error of the noise that is its own. */
export interface SeenChange {
  change: number;
  standardError: number;
}

/**
 * Changes of one person in things that the same raters judged. Who is strict is strict in all of them, so part of the
 * noise moves all of them together.
 */
export interface ChangeProfile {
  /** Standard deviation of that common noise. */
  common: number;
  changes: readonly SeenChange[];
}

/** True changes as they are spread: normal around none, a share of them as wide as each standard deviation says. */
export type ChangeMixture = readonly { sd: number; weight: number }[];

/** How true changes are spread: what a person changed in everything alike, and what in single things besides. */
export interface TrueChanges {
  together: ChangeMixture;
  single: ChangeMixture;
}

/**
 * Steps of the common part, by how closely it can be known: sums over normal densities are then within a millionth of
 * integrals.
 */
const STEP = 1.2;
/** Standard deviations beyond which nothing counts. */
const REACH = 4.5;

/**
 * What moves everything together (noise and truth), as values evenly apart over all that it may be, with the density of
 * each beforehand by part of `together`: as many numbers as values and parts, part by part.
 */
export interface CommonGrid {
  values: Float64Array;
  beforehand: Float64Array;
}

export function commonGrid(
  { common, changes }: ChangeProfile,
  { together }: TrueChanges,
): CommonGrid {
  const wide = together.map(({ sd }) => Math.hypot(common, sd));
  let precision = Math.min(...wide) ** -2;
  for (const { standardError } of changes) precision += standardError ** -2;
  const step = STEP / Math.sqrt(precision);
  const count = Math.ceil((REACH * Math.max(...wide)) / step);
  const values = Float64Array.from({ length: 2 * count + 1 }, (_, at) => (at - count) * step);
  const beforehand = new Float64Array(values.length * wide.length);
  for (const [part, sd] of wide.entries()) {
    const weight = together[part]?.weight ?? 0;
    for (let at = 0; at < values.length; at++)
      beforehand[part * values.length + at] = (weight * normalDensity(values[at] / sd)) / sd;
  }
  return { values, beforehand };
}

/**
 * The density of one change at every value of the common part, by part of `single`, part by part; without their
 * weights.
 */
export function densities(
  { change, standardError }: SeenChange,
  values: Float64Array,
  single: ChangeMixture,
): Float64Array {
  const found = new Float64Array(values.length * single.length);
  for (const [part, { sd }] of single.entries()) {
    const wide = Math.hypot(sd, standardError);
    for (let at = 0; at < values.length; at++)
      found[part * values.length + at] = normalDensity((change - values[at]) / wide) / wide;
  }
  return found;
}

/** Parts of a mixture added up at every value. */
export function mixed(parts: Float64Array, weights: readonly number[], values: number) {
  const found = new Float64Array(values);
  for (const [part, weight] of weights.entries())
    for (let at = 0; at < values; at++) found[at] = found[at] + weight * parts[part * values + at];
  return found;
}

/** The product of densities at every value, as logarithms. */
export function logProduct(each: readonly Float64Array[], values: number): Float64Array {
  const found = new Float64Array(values);
  for (const own of each)
    for (let at = 0; at < values; at++) found[at] = found[at] + Math.log(own[at]);
  return found;
}

/** Probabilities of all values: what was thought beforehand by its likelihood. */
export function posteriorOf(beforehand: Float64Array, logs: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of logs) most = Math.max(most, value);
  const found = new Float64Array(logs.length);
  let sum = 0;
  for (let at = 0; at < logs.length; at++) {
    const value = beforehand[at] * Math.exp(logs[at] - most);
    found[at] = value;
    sum += value;
  }
  for (let at = 0; at < logs.length; at++) found[at] = found[at] / sum;
  return found;
}
