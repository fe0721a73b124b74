import type { Rating } from "../../generalizability/score-table.ts";
import { connectivity } from "../crossed/connectivity.ts";
import { describeFacet, type RaschElement } from "./describe-facet.ts";
import { type FacetData, facetData } from "./facet-data.ts";
import { gaussHermite } from "./gauss-hermite.ts";
import { jointLikelihood } from "./joint-likelihood.ts";
import { marginalLikelihood } from "./marginal-likelihood.ts";
import { placeSetAside } from "./place-set-aside.ts";
import { categoryProbabilities } from "./rating-scale.ts";
import { type SetAside, setAside } from "./set-aside.ts";

export type RaschMethod = "joint" | "marginal";

export interface RaschRatee extends RaschElement {
  /** Score on the rating scale expected from a rater and an item of average severity. */
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

export interface RaschFacets {
  ok: true;
  method: RaschMethod;
  n: number;
  /** By joint likelihood their estimates and errors; by marginal likelihood their posterior means (EAP) and posterior SDs. */
  ratees: RaschRatee[];
  raters: RaschElement[];
  items: RaschElement[];
  /** Scale values used and the thresholds between neighbouring ones, in logits. */
  categories: number[];
  thresholds: number[];
  /** The normal the ratees are taken from; null by joint likelihood, which takes them from nowhere. */
  population: RaschPopulation | null;
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
  /** Joint unless told. Marginal is the better one with few ratings per ratee, where joint estimates spread out too far. */
  method?: RaschMethod;
  /** How near every expected total must come to the observed one. */
  tolerance?: number;
  iterations?: number;
  /** Quadrature points per ratee, for the marginal method. */
  points?: number;
}

/** What both methods leave: measures by facet, with errors of the method's own (NaN: none) where it has them. */
interface Fit {
  measures: Float64Array[];
  thresholds: number[];
  iterations: number;
  converged: boolean;
  errors?: Float64Array[];
  population?: RaschPopulation;
}

/**
 * Many-facet rating scale model (Andrich 1978; Linacre 1989), a second opinion to the crossed model which takes the scale as ordered steps only.
 * `joint` maximises over ratees, raters, items and thresholds together; `marginal` takes ratees as normal and integrates them out (Bock and Aitkin
 * 1981), which is exact for any crossing of raters, as these are fixed. Marginal measures of ratees are shrunken towards the mean, and compare ratees without
 * common raters only as far as they come from one population. Elements with nothing but lowest or highest ratings (by the marginal method, raters and
 * items only) are set aside while the others are estimated.
 */
export function fitRaschFacets(
  ratings: readonly Rating[],
  options: RaschOptions = {},
): RaschResult {
  const all = facetData(ratings);
  if (all.n < 3) return { ok: false, reason: "too-few-ratings" };
  if (all.categories.length < 2) return { ok: false, reason: "one-category" };
  if ((all.sizes[0] as number) < 2) return { ok: false, reason: "one-ratee" };
  if ((all.sizes[1] as number) < 2) return { ok: false, reason: "one-rater" };
  const method = options.method ?? "joint";
  const kept = setAside(all, method === "joint" ? [0, 1, 2] : [1, 2]);
  const { data, active, extreme } = kept;
  if (!active.includes(1)) return { ok: false, reason: "all-extreme" };
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
    fair: fairScore(own.measure, thresholds, data),
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
    population: found.population ?? null,
    reliability: separation(ratees, found.population),
    connectedComponents: connectivity({ sizes: data.sizes, factors: data.facets, count: data.n })
      .components,
    iterations: found.iterations,
    converged: found.converged,
  };
}

function fitJoint({ data, active }: SetAside, options: RaschOptions): Fit {
  return jointLikelihood(data, active, options.tolerance ?? 1e-4, options.iterations ?? 2000);
}

function fitMarginal({ data, active }: SetAside, options: RaschOptions): Fit {
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

function fairScore(measure: number, thresholds: number[], data: FacetData): number {
  const p = categoryProbabilities(measure, thresholds);
  return p.reduce((sum, share, k) => sum + share * (data.categories[k] as number), 0);
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
