import { type Cells, gather, type Layout } from "./cells.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { denseEngine } from "./dense-engine.ts";
import type { Engine, EngineName } from "./engine.ts";
import type { CrossedRefusal } from "./identify.ts";
import { type Information, informationAt } from "./information.ts";
import { iterativeEngine } from "./iterative-engine.ts";
import { isLocal } from "./local-structure.ts";
import { startingVariances } from "./moments.ts";
import type { Reporter } from "./progress.ts";
import { type RemlFit, reml } from "./reml.ts";
import { sparseEngine } from "./sparse-engine.ts";
import { conditionalVariances, fixedCovariance } from "./uncertainty.ts";

/** What remains after elimination may be this large for dense algebra. */
const DENSE_LIMIT = 2000;

/** Entries of a sparse factor per cell up to which it is worth its exactness. */
const FILL_LIMIT = 6;

/** Up to this size an exact evaluation costs so little that every step may have one. */
const CHEAP_EXACT = 300;

/**
 * How closely the iterative engine works where an exact one corrects it: what it is off by must not change from step to
 * step.
 */
const CLOSE = { accuracy: 1e-9, tolerance: 1e-5 };

export type Maximum =
  | {
      ok: true;
      state: Information;
      engine: EngineName;
      /** Columns of the inverse that belong to the fixed effects. */
      columns: Float64Array[];
      /** Conditional variances of the random effects, in units of the residual. */
      conditional: Float64Array;
      iterations: number;
      converged: boolean;
      floor: number;
    }
  | { ok: false; reason: CrossedRefusal };

/** Finds the variances by REML or ML with the engine that suits the data, or says why not. */
export function maximise(
  cells: Cells,
  layout: Layout,
  options: CrossedOptions,
  report: Reporter,
): Maximum {
  report.at("engine");
  const engine = chooseEngine(cells, layout, options, report);
  const { name } = engine;
  report.at("steps", name);
  const floor = (1e-8 * cells.squares) / cells.weightSum;
  const run = runner(cells, layout, options, report, floor);
  const start = startingVariances(cells);
  const { seed = 1, tolerance = name === "iterative" ? 1e-4 : 1e-8 } = options;
  const costly = name === "dense" && layout.length - Math.max(...cells.sizes) > CHEAP_EXACT;
  const quick = () => iterativeEngine(cells, layout, { seed, ...CLOSE });
  const fit = costly
    ? polish(run, engine, quick(), start, Math.max(tolerance, 1e-6))
    : run.fit(engine, start, tolerance, null);
  if (fit === null || fit.outcome === "singular") return { ok: false, reason: "not-identified" };
  report.at("effects");
  const { columns } = fixedCovariance(engine, layout, cells.p);
  return {
    ok: true,
    state: fit.state,
    engine: name,
    columns,
    conditional: conditionalVariances(engine, layout, { columns }),
    iterations: run.iterations(),
    converged: fit.outcome === "converged",
    floor,
  };
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
  report: Reporter,
  floor: number,
): Runner {
  const rhs = gather(cells, layout, cells.sum);
  const { method = "reml" } = options;
  let iterations = 0;
  const evaluate: Runner["evaluate"] = (engine, theta, offset) =>
    informationAt(cells, layout, engine, rhs, theta, { method, traceOffset: offset });
  return {
    evaluate,
    iterations: () => iterations,
    fit: (engine, start, tolerance, offset, steps = options.iterations ?? 100) =>
      reml((theta) => evaluate(engine, theta, offset), start, {
        tolerance,
        floor,
        iterations: steps,
        onProgress: (progress) => report.step({ ...progress, iteration: ++iterations }),
      }),
  };
}

/**
 * Where an exact evaluation is costly, the iterative engine does the walking: its estimated traces, corrected by the
 * exact ones at the last exact point, are as good as exact near it. Ends when an exact evaluation asks for no further
 * step.
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
    const offset = checked.state.traces.map((t, i) => t - estimated.traces[i]);
    fit = run.fit(quick, checked.state.theta, tolerance / 10, offset);
  }
  return fit;
}

/** Dense where little remains, sparse where the factor stays thin, else iterative; unless one is asked for. */
function chooseEngine(
  cells: Cells,
  layout: Layout,
  { engine, seed = 1 }: CrossedOptions,
  report: Reporter,
): Engine {
  const rest = layout.length - Math.max(...cells.sizes);
  if (engine === "dense" || (engine === undefined && rest <= DENSE_LIMIT))
    return denseEngine(cells, layout);
  if (engine === "sparse" || (engine === undefined && isLocal(cells))) {
    const limit = engine === "sparse" ? Number.POSITIVE_INFINITY : FILL_LIMIT * cells.count;
    const sparse = sparseEngine(cells, layout, limit, report.again);
    if (sparse !== null) return sparse;
  }
  return iterativeEngine(cells, layout, { seed, pause: report.again });
}
