import { connectivity } from "../crossed/connectivity.ts";
import { describeFacet, type RaschElement } from "./describe-facet.ts";
import type { FacetData } from "./facet-data.ts";
import { gaussHermite } from "./gauss-hermite.ts";
import { jointLikelihood } from "./joint-likelihood.ts";
import { marginalLikelihood } from "./marginal-likelihood.ts";
import { placeSetAside } from "./place-set-aside.ts";
import { categoryProbabilities } from "./rating-scale.ts";
import { type SetAside, setAside } from "./set-aside.ts";

export type RaschMethod = "joint" | "marginal";

export interface RaschRatee extends RaschElement {
  /**
   * Score on the rating scale expected from a rater and an item of average severity; with scales of their own, the mean
   * over the items.
   */
  fair: number;
}

export interface RaschPopulation {
  /** Of the ratees' standing, in logits. */
  mean: number;
  variance: number;
  sd: number;
  /** Marginal log-likelihood of the ratings that were estimated from. */
  logLikelihood: number;
}

/** What both models give. */
export interface RaschFit {
  ok: true;
  method: RaschMethod;
  n: number;
  /**
   * By joint likelihood their estimates and errors; by marginal likelihood their posterior means (EAP) and posterior
   * SDs.
   */
  ratees: RaschRatee[];
  raters: RaschElement[];
  /** The normal the ratees are taken from; null by joint likelihood, which takes them from nowhere. */
  population: RaschPopulation | null;
  /** Share of the variance of ratees' measures that is not error; null when it can't be said. */
  reliability: number | null;
  connectedComponents: number;
  iterations: number;
  converged: boolean;
}

export interface RaschRefused {
  ok: false;
  reason: "too-few-ratings" | "one-category" | "one-ratee" | "one-rater" | "all-extreme";
}

export interface RaschOptions {
  /**
   * Joint unless told. Marginal is the better one with few ratings per ratee, where joint estimates spread out too far.
   */
  method?: RaschMethod;
  /** How near every expected total must come to the observed one. */
  tolerance?: number;
  iterations?: number;
  /** Quadrature points per ratee, for the marginal method. */
  points?: number;
}

/** What both methods leave: measures by facet, with errors of the method's own (NaN: none) where it has them. */
interface Estimates {
  measures: Float64Array[];
  thresholds: number[][];
  iterations: number;
  converged: boolean;
  errors?: Float64Array[];
  population?: RaschPopulation;
}

export interface FacetsFit extends RaschFit {
  items: RaschElement[];
  /** Categories and thresholds by scale, and the scale of each item. */
  categories: number[][];
  thresholds: number[][];
  scaleOf: Int32Array;
}

/** Too little to fit anything to; null when there is enough. */
export function tooLittle({ n, categories, sizes }: FacetData): RaschRefused | null {
  const reason =
    n < 3
      ? "too-few-ratings"
      : categories.every((values) => values.length < 2)
        ? "one-category"
        : sizes[0] < 2
          ? "one-ratee"
          : sizes[1] < 2
            ? "one-rater"
            : null;
  return reason === null ? null : { ok: false, reason };
}

/** Takes out what has no measure: by the marginal method ratees always have one. */
export function withoutExtremes(all: FacetData, { method = "joint" }: RaschOptions): SetAside {
  return setAside(all, method === "joint" ? [0, 1, 2] : [1, 2]);
}

/** Estimates measures and thresholds, places what was set aside, and says how well all of it fits. */
export function fitFacets(kept: SetAside, options: RaschOptions): FacetsFit {
  const { data, active, extreme } = kept;
  const { method = "joint" } = options;
  const found = method === "joint" ? fitJoint(kept, options) : fitMarginal(kept, options);
  const { measures, thresholds } = found;
  // A ratee with no active rating is by the marginal method what the population says.
  placeSetAside(data, active, measures, thresholds, method === "joint" ? [0, 1, 2] : [1, 2]);
  const elements = [0, 1, 2].map((f) =>
    describeFacet(data, measures, thresholds, f, extreme[f] as Uint8Array).map((own, level) => {
      const error = found.errors?.[f]?.[level] ?? Number.NaN;
      return Number.isNaN(error) ? own : { ...own, standardError: error };
    }),
  );
  const ratees = (elements[0] as RaschElement[]).map((own) => ({
    ...own,
    fair: fairScore(own.measure, found, data),
  }));
  return {
    ok: true,
    method,
    n: data.n,
    ratees,
    raters: elements[1] as RaschElement[],
    items: elements[2] as RaschElement[],
    categories: data.categories,
    thresholds,
    scaleOf: data.scaleOf,
    population: found.population ?? null,
    reliability: separation(ratees, found.population),
    connectedComponents: connectivity({ sizes: data.sizes, factors: data.facets, count: data.n })
      .components,
    iterations: found.iterations,
    converged: found.converged,
  };
}

function fitJoint({ data, active }: SetAside, options: RaschOptions): Estimates {
  return jointLikelihood(data, active, options.tolerance ?? 1e-4, options.iterations ?? 2000);
}

function fitMarginal({ data, active }: SetAside, options: RaschOptions): Estimates {
  const found = marginalLikelihood(
    data,
    active,
    gaussHermite(options.points ?? 21),
    options.tolerance ?? 1e-4,
    options.iterations ?? 2000,
  );
  const { mean, sd } = found.population;
  return {
    ...found,
    population: { mean, variance: sd * sd, sd, logLikelihood: found.logLikelihood },
  };
}

/** On one scale, of an average item; on several, over the items as they are. */
function fairScore(measure: number, { measures, thresholds }: Estimates, data: FacetData): number {
  const expected = (logit: number, scale: number) => {
    const values = data.categories[scale] as number[];
    const p = categoryProbabilities(logit, thresholds[scale] as number[]);
    return p.reduce((sum, share, k) => sum + share * values[k], 0);
  };
  if (thresholds.length === 1) return expected(measure, 0);
  const items = measures[2] as Float64Array;
  return (
    items.reduce((sum, d, item) => sum + expected(measure - d, data.scaleOf[item]), 0) /
    items.length
  );
}

/** Of the spread there is (of estimates; by the marginal method, in the population), what isn't error. */
function separation(elements: RaschElement[], population?: RaschPopulation): number | null {
  const n = elements.length;
  const mean = elements.reduce((sum, own) => sum + own.measure, 0) / n;
  const observed =
    population?.variance ??
    elements.reduce((sum, own) => sum + (own.measure - mean) ** 2, 0) / (n - 1);
  const error = elements.reduce((sum, own) => sum + own.standardError ** 2, 0) / n;
  return observed > 0 ? Math.max(0, (observed - error) / observed) : null;
}
