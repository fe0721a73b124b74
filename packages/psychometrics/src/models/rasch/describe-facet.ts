import { type FacetData, scaleAt } from "./facet-data.ts";
import { logitOf } from "./joint-likelihood.ts";
import { ScaleAt } from "./rating-scale.ts";

export interface RaschElement {
  id: string | number;
  /** In logits: ratee's standing, rater's severity, item's difficulty. */
  measure: number;
  /** The other measures taken as known. */
  standardError: number;
  ratings: number;
  /** Mean squared residual, information-weighted and plain; about 1 when ratings follow the model. */
  infit: number;
  outfit: number;
  /** All lowest or all highest: the measure is that of a score moved inwards by .3. */
  extreme: boolean;
}

/** Elements of a facet with their errors and fit, residuals taken at the measures. */
export function describeFacet(
  data: FacetData,
  measures: Float64Array[],
  thresholds: readonly (readonly number[])[],
  f: number,
  extreme: Uint8Array,
): RaschElement[] {
  const size = data.sizes[f];
  const levels = data.facets[f] as Int32Array;
  const scales = thresholds.map((own) => new ScaleAt(own));
  const sums = Array.from({ length: size }, () => ({
    n: 0,
    information: 0,
    squares: 0,
    standardised: 0,
  }));
  for (let i = 0; i < data.n; i++) {
    const scale = scales[scaleAt(data, i)] as ScaleAt;
    const { mean, variance } = scale.at(logitOf(data, measures, i));
    const square = (data.score[i] - mean) ** 2;
    const own = sums[levels[i]] as (typeof sums)[number];
    own.n++;
    own.information += variance;
    own.squares += square;
    own.standardised += square / variance;
  }
  return sums.map((own, level) => ({
    id: (data.ids[f] as (string | number)[])[level] as string | number,
    measure: (measures[f] as Float64Array)[level],
    standardError: 1 / Math.sqrt(own.information),
    ratings: own.n,
    infit: own.squares / own.information,
    outfit: own.standardised / own.n,
    extreme: extreme[level] === 1,
  }));
}
