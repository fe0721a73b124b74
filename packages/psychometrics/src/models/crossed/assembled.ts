import { normalQuantile } from "../../distributions/normal-quantile.ts";
import type { CrossedData } from "./collapse.ts";
import { type ComponentEstimate, componentEstimates } from "./component-estimates.ts";
import { criteria } from "./criteria.ts";
import type { CrossedModel, FixedEffect, RandomEffect, RateeEffect } from "./crossed-model.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import type { Estimates } from "./estimate.ts";

/** The result in the caller's terms: ids for levels, the centre put back, intervals at the level asked for. */
export function assembled(
  data: CrossedData,
  estimates: Estimates,
  level: number,
  { method = "reml", effects: wanted = "all" }: CrossedOptions,
): CrossedModel {
  const { state, ids, links, engine } = estimates;
  const z = normalQuantile((1 + level) / 2);
  const components = componentEstimates(state, estimates.floor, level);
  const component = (i: number) => components[i] as ComponentEstimate;
  const fixed = fixedEffects(estimates, z);
  const at = effectReader(estimates, components);
  const effects = (f: number) =>
    wanted === "ratees" ? [] : (ids[f] as (string | number)[]).map((_, i) => at(f, i));
  const intercept = (fixed[0] as FixedEffect).estimate;
  const ratee = (i: number): RateeEffect => {
    const own = at(0, i);
    const adjusted = intercept + own.effect;
    const half = z * own.sd;
    return {
      id: own.id,
      effect: own.effect,
      sd: own.sd,
      reliability: own.reliability,
      ratings: own.ratings,
      adjusted,
      lower: adjusted - half,
      upper: adjusted + half,
      component: links.component[i],
    };
  };
  return {
    ok: true,
    method,
    n: estimates.n,
    cells: estimates.count,
    components: { ratee: component(0), rater: component(1), residual: component(ids.length) },
    further: (data.further ?? []).map(({ name }, i) => ({
      name,
      component: component(i + 2),
      effects: effects(i + 2),
    })),
    fixed,
    ratees: (ids[0] as (string | number)[]).map((_, i) => ratee(i)),
    raters: effects(1),
    connectedComponents: links.components,
    engine,
    uncertainty: engine === "iterative" ? "estimated" : "exact",
    iterations: estimates.iterations,
    converged: estimates.converged,
    ...criteria(state.deviance, fixed.length + components.length, estimates.n),
    level,
  };
}

function fixedEffects({ state, layout, centre, columns }: Estimates, z: number): FixedEffect[] {
  const residual = state.theta[state.theta.length - 1];
  return columns.map((column, i) => {
    const estimate = state.solution[layout.random + i] + (i === 0 ? centre : 0);
    const standardError = Math.sqrt(column[layout.random + i] * residual);
    const half = z * standardError;
    return { estimate, standardError, lower: estimate - half, upper: estimate + half };
  });
}

/** Gives the effect of level i of factor f; all zero for a factor whose variance is. */
function effectReader(
  { state, layout, ids, ratings, conditional }: Estimates,
  components: ComponentEstimate[],
): (f: number, i: number) => RandomEffect {
  const residual = state.theta[ids.length];
  return (f, i) => {
    const at = layout.offsets[f] + i;
    const id = (ids[f] as (string | number)[])[i] as string | number;
    const { atZero, variance } = components[f] as ComponentEstimate;
    if (atZero) return { id, effect: 0, sd: 0, reliability: 0, ratings: ratings[at] };
    const own = Math.max(0, conditional[at] * residual);
    return {
      id,
      effect: state.solution[at],
      sd: Math.sqrt(own),
      reliability: Math.max(0, 1 - own / variance),
      ratings: ratings[at],
    };
  };
}
