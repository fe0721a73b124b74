import type { Rating } from "../../generalizability/score-table.ts";
import { connectivity } from "../crossed/connectivity.ts";
import { type FacetData, facetData } from "./facet-data.ts";
import { jointLikelihood, logitOf, SIGNS } from "./joint-likelihood.ts";
import { categoryProbabilities, moments } from "./rating-scale.ts";

export interface RaschElement {
  id: string | number;
  /** In logits: ratee's standing, rater's severity, item's difficulty. */
  measure: number;
  standardError: number;
  ratings: number;
  /** Mean squared residual, information-weighted and plain; about 1 when ratings follow the model. */
  infit: number;
  outfit: number;
  /** All lowest or all highest: the measure is that of a score moved inwards by .3. */
  extreme: boolean;
}

export interface RaschRatee extends RaschElement {
  /** Score on the rating scale expected from a rater and an item of average severity. */
  fair: number;
}

export interface RaschFacets {
  ok: true;
  n: number;
  ratees: RaschRatee[];
  raters: RaschElement[];
  items: RaschElement[];
  /** Scale values used and the thresholds between neighbouring ones, in logits. */
  categories: number[];
  thresholds: number[];
  /** Share of the variance of ratees' measures that is not error; null when it can't be said. */
  reliability: number | null;
  connectedComponents: number;
  iterations: number;
  converged: boolean;
}

export type RaschResult =
  | RaschFacets
  | {
      ok: false;
      reason: "too-few-ratings" | "one-category" | "one-ratee" | "one-rater" | "all-extreme";
    };

export interface RaschOptions {
  /** How near every expected total must come to the observed one. */
  tolerance?: number;
  iterations?: number;
}

/**
 * Many-facet rating scale model (Andrich 1978; Linacre 1989) by joint maximum likelihood: a second opinion to the crossed model which takes
 * the scale as ordered steps only. Ratees, raters or items with nothing but lowest or highest ratings are set aside
 * while the others are estimated. Joint estimates spread out a little too far when each element has few ratings.
 */
export function fitRaschFacets(
  ratings: readonly Rating[],
  options: RaschOptions = {},
): RaschResult {
  const data = facetData(ratings);
  if (data.n < 3) return { ok: false, reason: "too-few-ratings" };
  if (data.categories.length < 2) return { ok: false, reason: "one-category" };
  if ((data.sizes[0] as number) < 2) return { ok: false, reason: "one-ratee" };
  if ((data.sizes[1] as number) < 2) return { ok: false, reason: "one-rater" };
  const { active, extreme } = setAside(data);
  if (!active.includes(1)) return { ok: false, reason: "all-extreme" };
  const found = jointLikelihood(
    data,
    active,
    options.tolerance ?? 1e-4,
    options.iterations ?? 2000,
  );
  const { measures, thresholds } = found;
  measures.forEach((_, f) => {
    placeExtremes(data, measures, thresholds, f, extreme[f] as Uint8Array);
  });
  const elements = measures.map((_, f) =>
    describeFacet(data, measures, thresholds, f, extreme[f] as Uint8Array),
  );
  const ratees = (elements[0] as RaschElement[]).map((own) => ({
    ...own,
    fair: fairScore(own.measure, thresholds, data),
  }));
  return {
    ok: true,
    n: data.n,
    ratees,
    raters: elements[1] as RaschElement[],
    items: elements[2] as RaschElement[],
    categories: data.categories,
    thresholds,
    reliability: separation(ratees),
    connectedComponents: connectivity({ sizes: data.sizes, factors: data.facets, count: data.n })
      .components,
    iterations: found.iterations,
    converged: found.converged,
  };
}

/** Takes out elements whose ratings are all lowest or all highest, until none is left among the rest. */
function setAside(data: FacetData): { active: Uint8Array; extreme: Uint8Array[] } {
  const active = new Uint8Array(data.n).fill(1);
  const extreme = data.sizes.map((size) => new Uint8Array(size));
  const top = data.categories.length - 1;
  for (let changed = true; changed; ) {
    changed = false;
    data.facets.forEach((levels, f) => {
      // A facet with a single element has no measure to run away.
      if ((data.sizes[f] as number) < 2) return;
      const totals = totalsOf(data, levels, data.sizes[f] as number, active);
      const out = extreme[f] as Uint8Array;
      totals.forEach(({ count, sum }, level) => {
        if (count === 0 || out[level] === 1 || (sum > 0 && sum < top * count)) return;
        out[level] = 1;
        changed = true;
      });
      for (let i = 0; i < data.n; i++) if (out[levels[i] as number] === 1) active[i] = 0;
    });
  }
  return { active, extreme };
}

function totalsOf(data: FacetData, levels: Int32Array, size: number, active: Uint8Array) {
  const totals = Array.from({ length: size }, () => ({ count: 0, sum: 0 }));
  for (let i = 0; i < data.n; i++) {
    if (active[i] === 0) continue;
    const total = totals[levels[i] as number] as { count: number; sum: number };
    total.count++;
    total.sum += data.score[i] as number;
  }
  return totals;
}

/** Measures of extreme elements, the others held: Newton's method on a total moved inwards by .3. */
function placeExtremes(
  data: FacetData,
  measures: Float64Array[],
  thresholds: number[],
  f: number,
  extreme: Uint8Array,
): void {
  const levels = data.facets[f] as Int32Array;
  const own = measures[f] as Float64Array;
  const top = data.categories.length - 1;
  extreme.forEach((flag, level) => {
    if (flag === 0) return;
    const rated = [...levels.keys()].filter((i) => levels[i] === level);
    const total = rated.reduce((sum, i) => sum + (data.score[i] as number), 0);
    const goal = Math.min(Math.max(total, 0.3), top * rated.length - 0.3);
    for (let step = 0; step < 100; step++) {
      let [expected, information] = [0, 0];
      for (const i of rated) {
        const { mean, variance } = moments(
          categoryProbabilities(logitOf(data, measures, i), thresholds),
        );
        expected += mean;
        information += variance;
      }
      const move = Math.max(-1, Math.min(1, (goal - expected) / information));
      own[level] = (own[level] as number) + (SIGNS[f] as number) * move;
      if (Math.abs(move) < 1e-9) break;
    }
  });
}

function describeFacet(
  data: FacetData,
  measures: Float64Array[],
  thresholds: number[],
  f: number,
  extreme: Uint8Array,
): RaschElement[] {
  const size = data.sizes[f] as number;
  const levels = data.facets[f] as Int32Array;
  const sums = Array.from({ length: size }, () => ({
    n: 0,
    information: 0,
    squares: 0,
    standardised: 0,
  }));
  for (let i = 0; i < data.n; i++) {
    const { mean, variance } = moments(
      categoryProbabilities(logitOf(data, measures, i), thresholds),
    );
    const square = ((data.score[i] as number) - mean) ** 2;
    const own = sums[levels[i] as number] as (typeof sums)[number];
    own.n++;
    own.information += variance;
    own.squares += square;
    own.standardised += square / variance;
  }
  return sums.map((own, level) => ({
    id: (data.ids[f] as (string | number)[])[level] as string | number,
    measure: (measures[f] as Float64Array)[level] as number,
    standardError: 1 / Math.sqrt(own.information),
    ratings: own.n,
    infit: own.squares / own.information,
    outfit: own.standardised / own.n,
    extreme: extreme[level] === 1,
  }));
}

function fairScore(measure: number, thresholds: number[], data: FacetData): number {
  const p = categoryProbabilities(measure, thresholds);
  return p.reduce((sum, share, k) => sum + share * (data.categories[k] as number), 0);
}

function separation(elements: RaschElement[]): number | null {
  const n = elements.length;
  const mean = elements.reduce((sum, own) => sum + own.measure, 0) / n;
  const observed = elements.reduce((sum, own) => sum + (own.measure - mean) ** 2, 0) / (n - 1);
  const error = elements.reduce((sum, own) => sum + own.standardError ** 2, 0) / n;
  return observed > 0 ? Math.max(0, (observed - error) / observed) : null;
}
