import { type FacetData, scaleAt } from "./facet-data.ts";
import type { Quadrature } from "./gauss-hermite.ts";
import { ScaleAt } from "./rating-scale.ts";

export interface Population {
  mean: number;
  sd: number;
}

/** What is known of every ratee's standing given the facets: points, their posterior weights, mean and SD. */
export interface Posterior {
  /** Points and weights, as many per ratee as the quadrature has. */
  points: Float64Array;
  weights: Float64Array;
  mean: Float64Array;
  sd: Float64Array;
  /** Marginal log-likelihood of the ratings, summed over ratees. */
  logLikelihood: number;
}

/** Active ratings in order of ratee: those of ratee a are order[start[a]] to before order[start[a + 1]]. */
export interface ByRatee {
  order: Int32Array;
  start: Int32Array;
}

export function byRatee(data: FacetData, active: Uint8Array): ByRatee {
  const levels = data.facets[0] as Int32Array;
  const start = new Int32Array(data.sizes[0] + 1);
  const kept = [...levels.keys()].filter((i) => active[i] === 1);
  for (const i of kept) {
    const at = levels[i] + 1;
    start[at] = start[at] + 1;
  }
  for (let a = 1; a < start.length; a++) start[a] = start[a] + start[a - 1];
  const order = Int32Array.from(kept).sort((i, j) => levels[i] - levels[j] || i - j);
  return { order, start };
}

/**
 * Adaptive quadrature (Naylor and Smith 1982; Pinheiro and Bates 1995): given severities, difficulties and thresholds
 * the ratees are independent, crossed raters or not, so the likelihood is a product of one-dimensional integrals. Each
 * is taken about its own mode, at its own width.
 */
export function posterior(
  data: FacetData,
  ratings: ByRatee,
  hurdles: Float64Array,
  thresholds: readonly ArrayLike<number>[],
  population: Population,
  quadrature: Quadrature,
): Posterior {
  const size = data.sizes[0];
  const q = quadrature.points.length;
  const scales = thresholds.map((own) => new ScaleAt(own));
  const points = new Float64Array(size * q);
  const weights = new Float64Array(size * q);
  const mean = new Float64Array(size);
  const sd = new Float64Array(size);
  let logLikelihood = 0;
  for (let a = 0; a < size; a++) {
    const own = ratings.order.subarray(ratings.start[a], ratings.start[a + 1]);
    const peak = mode(data, own, hurdles, scales, population);
    const logs = new Float64Array(q);
    for (let k = 0; k < q; k++) {
      const z = quadrature.points[k];
      const theta = peak.at + peak.width * z;
      points[a * q + k] = theta;
      // The prior over the normal the points are drawn for.
      const prior = ((theta - population.mean) / population.sd) ** 2;
      let log = Math.log(quadrature.weights[k] * (peak.width / population.sd));
      log += (z * z - prior) / 2;
      for (const i of own) {
        const logit = theta - hurdles[i];
        const scale = scales[scaleAt(data, i)] as ScaleAt;
        log += scale.at(logit).logOf(data.score[i], logit);
      }
      logs[k] = log;
    }
    const total = normalise(logs);
    logLikelihood += total;
    let [first, second] = [0, 0];
    for (let k = 0; k < q; k++) {
      const weight = logs[k];
      weights[a * q + k] = weight;
      first += weight * points[a * q + k];
    }
    for (let k = 0; k < q; k++) {
      second += weights[a * q + k] * (points[a * q + k] - first) ** 2;
    }
    mean[a] = first;
    sd[a] = Math.sqrt(second);
  }
  return { points, weights, mean, sd, logLikelihood };
}

/** Turns logarithms into shares; returns the logarithm of their sum. */
function normalise(logs: Float64Array): number {
  const top = Math.max(...logs);
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - top);
  for (let k = 0; k < logs.length; k++) logs[k] = Math.exp(logs[k] - top) / sum;
  return top + Math.log(sum);
}

/** The posterior's mode and the width of the normal that touches it there; the posterior is log-concave. */
function mode(
  data: FacetData,
  own: Int32Array,
  hurdles: Float64Array,
  scales: readonly ScaleAt[],
  population: Population,
): { at: number; width: number } {
  const precision = 1 / population.sd ** 2;
  let at = population.mean;
  let information = precision;
  for (let step = 0; step < 100; step++) {
    let slope = -(at - population.mean) * precision;
    information = precision;
    for (const i of own) {
      const scale = scales[scaleAt(data, i)] as ScaleAt;
      const { mean, variance } = scale.at(at - hurdles[i]);
      slope += data.score[i] - mean;
      information += variance;
    }
    const move = Math.max(-1, Math.min(1, slope / information));
    at += move;
    if (Math.abs(move) < 1e-8) break;
  }
  return { at, width: 1 / Math.sqrt(information) };
}
