import { levelOf } from "../../data/level.ts";
import { normalQuantile } from "../../distributions/normal-quantile.ts";
import { cholesky } from "../../linear/cholesky.ts";
import { type Cells, gather, type Layout, layoutOf } from "./cells.ts";
import { type CrossedData, collapse } from "./collapse.ts";
import { type ComponentEstimate, componentEstimates } from "./component-estimates.ts";
import { connectivity } from "./connectivity.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import type { EngineName } from "./engine.ts";
import { type CrossedRefusal, obstacle } from "./identify.ts";
import { maximise } from "./maximise.ts";
import { conditionalVariances, fixedCovariance } from "./uncertainty.ts";

export interface FixedEffect {
  estimate: number;
  standardError: number;
  lower: number;
  upper: number;
}

export interface RandomEffect {
  id: string | number;
  /** How far above or below the fixed part. */
  effect: number;
  /** Conditional standard deviation, the fixed effects and variances taken as known (as lme4's). */
  sd: number;
  /** Share of the true variance that the ratings settle: 1 - sd^2 / variance; 0 when the variance is 0. */
  reliability: number;
  ratings: number;
}

export interface RateeEffect extends RandomEffect {
  /** Intercept plus effect: the score with raters' leniency taken out. */
  adjusted: number;
  lower: number;
  upper: number;
  /** Ratees of different components were never linked by a rater: their difference mixes with their raters'. */
  component: number;
}

export interface CrossedModel {
  ok: true;
  /** Ratings used, and pairs (or finer cells) they collapse to. */
  n: number;
  cells: number;
  components: { ratee: ComponentEstimate; rater: ComponentEstimate; residual: ComponentEstimate };
  further: { name: string; component: ComponentEstimate; effects: RandomEffect[] }[];
  /** The intercept, then the fixed effects in the order given. */
  fixed: FixedEffect[];
  ratees: RateeEffect[];
  raters: RandomEffect[];
  /** 1 when every ratee is linked to every other through raters. */
  connectedComponents: number;
  engine: EngineName;
  /** Whether conditional SDs are exact or, with the iterative engine, first-order with the right mean. */
  uncertainty: "exact" | "estimated";
  iterations: number;
  converged: boolean;
  /** REML criterion, -2 log restricted likelihood; null with the iterative engine. */
  deviance: number | null;
  level: number;
}

export type CrossedResult = CrossedModel | { ok: false; reason: CrossedRefusal; n: number };

/**
 * Ratings as fixed effects + ratee + rater (+ further factors) + residual, by restricted maximum likelihood: who is rated high, once it
 * is known who rated whom. Equal to lme4's y ~ x + (1 | ratee) + (1 | rater) with REML. Ratings collapse to pairs,
 * the largest factor is eliminated, and the rest is solved by the engine that suits it.
 * Refuses, with a reason, what cannot be identified. Throws a RangeError for lists of different length or weights not above 0.
 */
export function fitCrossedModel(data: CrossedData, options: CrossedOptions = {}): CrossedResult {
  const level = levelOf(options);
  const cells = collapse(data);
  const n = cells.ratings;
  const refusal = obstacle(cells);
  if (refusal !== null) return { ok: false, reason: refusal, n };
  const layout = layoutOf(cells);
  if (!independentFixed(cells)) return { ok: false, reason: "fixed-effects-dependent", n };
  const found = maximise(cells, layout, options);
  if (!found.ok) return { ok: false, reason: found.reason, n };
  return assemble(data, cells, layout, found, level);
}

type Found = Extract<ReturnType<typeof maximise>, { ok: true }>;

function assemble(
  data: CrossedData,
  cells: Cells,
  layout: Layout,
  found: Found,
  level: number,
): CrossedModel {
  const { state, engine } = found;
  const k = cells.sizes.length;
  const z = normalQuantile((1 + level) / 2);
  const components = componentEstimates(state, found.floor, level);
  const component = (i: number) => components[i] as ComponentEstimate;
  const residual = state.theta[k] as number;
  const inverse = fixedCovariance(engine, layout, cells.p);
  const variances = conditionalVariances(engine, layout, inverse).map((v) => v * residual);
  const ratings = counts(cells, layout);
  const effects = (f: number): RandomEffect[] =>
    (cells.ids[f] as (string | number)[]).map((id, i) => {
      const at = (layout.offsets[f] as number) + i;
      const zero = component(f).atZero;
      const sd = zero ? 0 : Math.sqrt(Math.max(0, variances[at] as number));
      const reliability = zero ? 0 : Math.max(0, 1 - sd ** 2 / (state.theta[f] as number));
      return {
        id,
        effect: zero ? 0 : (state.solution[at] as number),
        sd,
        reliability,
        ratings: ratings[at] as number,
      };
    });
  const fixed = inverse.columns.map((columnK, i) => {
    const estimate = (state.solution[layout.random + i] as number) + (i === 0 ? cells.centre : 0);
    const standardError = Math.sqrt((columnK[layout.random + i] as number) * residual);
    return {
      estimate,
      standardError,
      lower: estimate - z * standardError,
      upper: estimate + z * standardError,
    };
  });
  const links = connectivity(cells);
  const intercept = (fixed[0] as FixedEffect).estimate;
  return {
    ok: true,
    n: cells.ratings,
    cells: cells.count,
    components: { ratee: component(0), rater: component(1), residual: component(k) },
    further: (data.further ?? []).map(({ name }, i) => ({
      name,
      component: component(i + 2),
      effects: effects(i + 2),
    })),
    fixed,
    ratees: effects(0).map((own, i) => {
      const adjusted = intercept + own.effect;
      const half = z * own.sd;
      return {
        ...own,
        adjusted,
        lower: adjusted - half,
        upper: adjusted + half,
        component: links.component[i] as number,
      };
    }),
    raters: effects(1),
    connectedComponents: links.components,
    engine: engine.name,
    uncertainty: engine.name === "iterative" ? "estimated" : "exact",
    iterations: found.iterations,
    converged: found.converged,
    deviance: state.deviance,
    level,
  };
}

function counts(cells: Cells, layout: Layout): Float64Array {
  return gather(cells, layout, cells.counts);
}

/** X'WX positive definite once its columns are scaled. */
function independentFixed(cells: Cells): boolean {
  const { p, x, weight, count } = cells;
  if (x === null) return true;
  const product = new Float64Array(p * p);
  for (let c = 0; c < count; c++) {
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        product[a * p + b] =
          (product[a * p + b] as number) +
          (x[c * p + a] as number) * (x[c * p + b] as number) * (weight[c] as number);
      }
    }
  }
  return cholesky(product, p, 1e-10) !== null;
}
