import { type Cells, gather, type Layout } from "./cells.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { denseEngine } from "./dense-engine.ts";
import type { Engine, EngineName } from "./engine.ts";
import type { CrossedRefusal } from "./identify.ts";
import { type Information, informationAt } from "./information.ts";
import { iterativeEngine } from "./iterative-engine.ts";
import { isLocal } from "./local-structure.ts";
import { type RemlFit, reml } from "./reml.ts";
import { sparseEngine } from "./sparse-engine.ts";

/** What remains after elimination may be this large for dense algebra. */
const DENSE_LIMIT = 2000;

/** Entries of a sparse factor per cell up to which it is worth its exactness. */
const FILL_LIMIT = 6;

/** Up to this size an exact evaluation costs so little that every step may have one. */
const CHEAP_EXACT = 300;

export type Maximum =
  | {
      ok: true;
      state: Information;
      engine: Engine;
      iterations: number;
      converged: boolean;
      floor: number;
    }
  | { ok: false; reason: CrossedRefusal };

/** Finds the variances by REML with the engine that suits the data, or says why not. */
export function maximise(cells: Cells, layout: Layout, options: CrossedOptions): Maximum {
  const engine = chooseEngine(cells, layout, options);
  const { name } = engine;
  const total = cells.squares / cells.weightSum;
  const floor = 1e-8 * total;
  const run = runner(cells, layout, options, name, floor);
  const start = new Array<number>(cells.sizes.length + 1).fill(total / (cells.sizes.length + 1));
  const { seed = 1, tolerance = name === "iterative" ? 1e-4 : 1e-8 } = options;
  const costly = name === "dense" && layout.length - Math.max(...cells.sizes) > CHEAP_EXACT;
  const fit = costly
    ? polish(
        run,
        engine,
        iterativeEngine(cells, layout, { seed }),
        start,
        Math.max(tolerance, 1e-6),
      )
    : run.fit(engine, start, tolerance, null);
  if (fit === null || fit.outcome === "singular") return { ok: false, reason: "not-identified" };
  if (fit.outcome === "cancelled") return { ok: false, reason: "cancelled" };
  const converged = fit.outcome === "converged";
  return { ok: true, state: fit.state, engine, iterations: run.iterations(), converged, floor };
}

interface Runner {
  evaluate(
    engine: Engine,
    theta: readonly number[],
    offset: readonly number[] | null,
  ): Information | null;
  fit(
    engine: Engine,
    start: readonly number[],
    tolerance: number,
    offset: readonly number[] | null,
    steps?: number,
  ): RemlFit | null;
  iterations(): number;
}

function runner(
  cells: Cells,
  layout: Layout,
  options: CrossedOptions,
  name: EngineName,
  floor: number,
): Runner {
  const rhs = gather(cells, layout, cells.sum);
  let iterations = 0;
  const evaluate: Runner["evaluate"] = (engine, theta, offset) =>
    informationAt(cells, layout, engine, rhs, theta, offset);
  return {
    evaluate,
    iterations: () => iterations,
    fit: (engine, start, tolerance, offset, steps = options.iterations ?? 100) =>
      reml((theta) => evaluate(engine, theta, offset), start, {
        tolerance,
        floor,
        iterations: steps,
        onProgress: (progress) => {
          iterations++;
          return (
            options.onProgress?.({ ...progress, iteration: iterations, engine: name }) !== false
          );
        },
      }),
  };
}

/**
 * Where an exact evaluation is costly, the iterative engine does the walking: its estimated traces, corrected by the exact ones at
 * the last exact point, are as good as exact near it. Ends when an exact evaluation asks for no further step.
 */
function polish(
  run: Runner,
  exact: Engine,
  quick: Engine,
  start: readonly number[],
  tolerance: number,
): RemlFit | null {
  let fit = run.fit(quick, start, 1e-3, null);
  for (let round = 0; round < 20 && fit !== null && fit.outcome === "converged"; round++) {
    const checked = run.fit(exact, fit.state.theta, tolerance, null, 0);
    if (checked === null || checked.outcome !== "not-converged") return checked;
    const estimated = run.evaluate(quick, checked.state.theta, null);
    if (estimated === null) return null;
    const offset = checked.state.traces.map((t, i) => t - (estimated.traces[i] as number));
    fit = run.fit(quick, checked.state.theta, tolerance / 10, offset);
  }
  return fit;
}

/** Dense where little remains, sparse where the factor stays thin, else iterative; unless one is asked for. */
function chooseEngine(cells: Cells, layout: Layout, { engine, seed = 1 }: CrossedOptions): Engine {
  const rest = layout.length - Math.max(...cells.sizes);
  if (engine === "dense" || (engine === undefined && rest <= DENSE_LIMIT))
    return denseEngine(cells, layout);
  if (engine === "sparse" || (engine === undefined && isLocal(cells))) {
    const limit = engine === "sparse" ? Number.POSITIVE_INFINITY : FILL_LIMIT * cells.count;
    const sparse = sparseEngine(cells, layout, limit);
    if (sparse !== null) return sparse;
  }
  return iterativeEngine(cells, layout, { seed });
}
