import { normalQuantile } from "../../distributions/normal-quantile.ts";
import { type Cells, gather, type Layout } from "./cells.ts";
import type { CrossedData } from "./collapse.ts";
import { type ComponentEstimate, componentEstimates } from "./component-estimates.ts";
import { connectivity } from "./connectivity.ts";
import type { CrossedModel, FixedEffect, RandomEffect, RateeEffect } from "./crossed-model.ts";
import type { Information } from "./information.ts";
import type { Maximum } from "./maximise.ts";
import { conditionalVariances, fixedCovariance } from "./uncertainty.ts";

type Found = Extract<Maximum, { ok: true }>;

/** The result in the caller's terms: ids for levels, the centre put back, intervals at the level asked for. */
export function assembled(
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
  const { columns } = fixedCovariance(engine, layout, cells.p);
  const fixed = fixedEffects(columns, state, layout, cells.centre, z);
  const at = effectReader(
    cells,
    layout,
    found,
    components,
    conditionalVariances(engine, layout, { columns }),
  );
  const effects = (f: number) => (cells.ids[f] as (string | number)[]).map((_, i) => at(f, i));
  const links = connectivity(cells);
  const intercept = (fixed[0] as FixedEffect).estimate;
  const ratee = (i: number): RateeEffect => {
    const own = at(0, i);
    const adjusted = intercept + own.effect;
    const half = z * own.sd;
    return {
      ...own,
      adjusted,
      lower: adjusted - half,
      upper: adjusted + half,
      component: links.component[i] as number,
    };
  };
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
    ratees: (cells.ids[0] as (string | number)[]).map((_, i) => ratee(i)),
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

function fixedEffects(
  columns: Float64Array[],
  state: Information,
  layout: Layout,
  centre: number,
  z: number,
): FixedEffect[] {
  const residual = state.theta[state.theta.length - 1] as number;
  return columns.map((column, i) => {
    const estimate = (state.solution[layout.random + i] as number) + (i === 0 ? centre : 0);
    const standardError = Math.sqrt((column[layout.random + i] as number) * residual);
    const half = z * standardError;
    return { estimate, standardError, lower: estimate - half, upper: estimate + half };
  });
}

/** Gives the effect of level i of factor f; all zero for a factor whose variance is. */
function effectReader(
  cells: Cells,
  layout: Layout,
  { state }: Found,
  components: ComponentEstimate[],
  variances: Float64Array,
): (f: number, i: number) => RandomEffect {
  const residual = state.theta[cells.sizes.length] as number;
  const ratings = gather(cells, layout, cells.counts);
  return (f, i) => {
    const at = (layout.offsets[f] as number) + i;
    const id = (cells.ids[f] as (string | number)[])[i] as string | number;
    const { atZero, variance } = components[f] as ComponentEstimate;
    if (atZero) return { id, effect: 0, sd: 0, reliability: 0, ratings: ratings[at] as number };
    const own = Math.max(0, (variances[at] as number) * residual);
    return {
      id,
      effect: state.solution[at] as number,
      sd: Math.sqrt(own),
      reliability: Math.max(0, 1 - own / variance),
      ratings: ratings[at] as number,
    };
  };
}
