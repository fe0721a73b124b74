import { type FacetData, scaleAt } from "./facet-data.ts";
import { ScaleAt } from "./rating-scale.ts";

/** Signs with which ratee, rater and item enter the logit. */
export const SIGNS = [1, -1, -1] as const;

export interface JointEstimates {
  /** Measures by facet, in logits. */
  measures: Float64Array[];
  /** By scale, each adding to 0. */
  thresholds: number[][];
  iterations: number;
  converged: boolean;
}

/**
 * Joint maximum likelihood of the many-facet rating scale or partial credit model (Linacre 1989): Newton steps facet by
 * facet and for the thresholds, raters, items and thresholds centred, over the ratings that are `active`. Converged
 * when every observed total is met to `tolerance`.
 */
export function jointLikelihood(
  data: FacetData,
  active: Uint8Array,
  tolerance: number,
  limit: number,
): JointEstimates {
  const measures = data.sizes.map((size) => new Float64Array(size));
  let thresholds = data.categories.map((values) => new Array<number>(values.length - 1).fill(0));
  for (let iteration = 1; iteration <= limit; iteration++) {
    let off = 0;
    for (let f = 0; f < measures.length; f++) {
      if (data.sizes[f] > 1) off = Math.max(off, stepFacet(data, active, measures, thresholds, f));
    }
    const step = stepThresholds(data, active, measures, thresholds);
    thresholds = step.thresholds;
    off = Math.max(off, step.off);
    if (off < tolerance) return { measures, thresholds, iterations: iteration, converged: true };
  }
  return { measures, thresholds, iterations: limit, converged: false };
}

export function logitOf(data: FacetData, measures: Float64Array[], i: number): number {
  let sum = 0;
  for (let f = 0; f < measures.length; f++) {
    const level = (data.facets[f] as Int32Array)[i];
    sum += SIGNS[f] * (measures[f] as Float64Array)[level];
  }
  return sum;
}

function stepFacet(
  data: FacetData,
  active: Uint8Array,
  measures: Float64Array[],
  thresholds: number[][],
  f: number,
): number {
  const size = data.sizes[f];
  const residual = new Float64Array(size);
  const information = new Float64Array(size);
  const levels = data.facets[f] as Int32Array;
  const scales = thresholds.map((own) => new ScaleAt(own));
  for (let i = 0; i < data.n; i++) {
    if (active[i] === 0) continue;
    const scale = scales[scaleAt(data, i)] as ScaleAt;
    const { mean, variance } = scale.at(logitOf(data, measures, i));
    const level = levels[i];
    residual[level] = residual[level] + data.score[i] - mean;
    information[level] = information[level] + variance;
  }
  const own = measures[f] as Float64Array;
  let off = 0;
  let [sum, live] = [0, 0];
  for (let level = 0; level < size; level++) {
    if (information[level] === 0) continue;
    off = Math.max(off, Math.abs(residual[level]));
    const step = residual[level] / information[level];
    own[level] = own[level] + SIGNS[f] * Math.max(-1, Math.min(1, step));
    sum += own[level];
    live++;
  }
  // The scale's origin is where raters and items average 0; ratees move along.
  if (f > 0) shift(own, information, sum / live, measures[0] as Float64Array);
  return off;
}

function shift(
  own: Float64Array,
  information: Float64Array,
  mean: number,
  ratees: Float64Array,
): void {
  for (let level = 0; level < own.length; level++) {
    if (information[level] > 0) own[level] = own[level] - mean;
  }
  for (let a = 0; a < ratees.length; a++) ratees[a] = ratees[a] - mean;
}

function stepThresholds(
  data: FacetData,
  active: Uint8Array,
  measures: Float64Array[],
  thresholds: number[][],
) {
  const residual = thresholds.map((own) => new Array<number>(own.length).fill(0));
  const information = thresholds.map((own) => new Array<number>(own.length).fill(0));
  const scales = thresholds.map((own) => new ScaleAt(own));
  for (let i = 0; i < data.n; i++) {
    if (active[i] === 0) continue;
    const at = scaleAt(data, i);
    const { p } = (scales[at] as ScaleAt).at(logitOf(data, measures, i));
    const [rest, info] = [residual[at] as number[], information[at] as number[]];
    let above = 1;
    for (let k = 0; k < rest.length; k++) {
      above -= p[k];
      const reached = data.score[i] > k ? 1 : 0;
      rest[k] = rest[k] + reached - above;
      info[k] = info[k] + above * (1 - above);
    }
  }
  const next = thresholds.map((own, scale) => {
    const moved = own.map((t, k) => {
      const step = (residual[scale]?.[k] as number) / (information[scale]?.[k] as number);
      // Neighbouring thresholds pull on each other: half steps keep them from overshooting.
      return t - Math.max(-1, Math.min(1, step)) / 2;
    });
    const mean = moved.reduce((a, b) => a + b, 0) / moved.length;
    if (thresholds.length > 1) raise(data, measures[2] as Float64Array, scale, mean);
    return moved.map((t) => t - mean);
  });
  const off = residual.reduce((most, own) => Math.max(most, ...own.map(Math.abs)), 0);
  return { thresholds: next, off };
}

/** What the thresholds of an item's own scale have in common is the item's difficulty. */
export function raise(data: FacetData, items: Float64Array, scale: number, by: number): void {
  for (let item = 0; item < items.length; item++) {
    if (data.scaleOf[item] === scale) items[item] = items[item] + by;
  }
}
