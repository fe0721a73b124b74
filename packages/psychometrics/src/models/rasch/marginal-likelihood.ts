import { cholesky, choleskySolve } from "../../linear/cholesky.ts";
import { accelerate } from "./accelerate.ts";
import { type FacetData, scaleAt } from "./facet-data.ts";
import type { Quadrature } from "./gauss-hermite.ts";
import { raise } from "./joint-likelihood.ts";
import { type ByRatee, byRatee, type Posterior, posterior } from "./posterior.ts";
import { ScaleAt } from "./rating-scale.ts";

export interface MarginalEstimates {
  /** Ratees' posterior means, raters' severities, items' difficulties. */
  measures: Float64Array[];
  /** By scale, each adding to 0. */
  thresholds: number[][];
  population: { mean: number; sd: number };
  /** Posterior SD of each ratee; standard errors of the raters and items that were estimated, else NaN. */
  errors: Float64Array[];
  logLikelihood: number;
  iterations: number;
  converged: boolean;
}

/** Estimates on their way: everything but the ratees, who are integrated out. */
interface State {
  severity: Float64Array;
  difficulty: Float64Array;
  thresholds: Float64Array[];
  mean: number;
  sd: number;
}

interface Problem {
  data: FacetData;
  active: Uint8Array;
  ratings: ByRatee;
  quadrature: Quadrature;
}

/** Below this the ratees are taken to be alike: the likelihood no longer feels the difference. */
const LEAST_SD = 1e-4;

/**
 * Marginal maximum likelihood of the many-facet rating scale or partial credit model: ratees normal and integrated out
 * (Bock and Aitkin 1981), severities, difficulties and thresholds fixed (Linacre 1989). Each cycle takes the posteriors
 * of the ratees and then one Newton step per facet at them (Lange 1995; Meng and Rubin 1993), extrapolated by
 * `accelerate`. Converged when observed and expected totals agree to `tolerance`.
 */
export function marginalLikelihood(
  data: FacetData,
  active: Uint8Array,
  quadrature: Quadrature,
  tolerance: number,
  limit: number,
): MarginalEstimates {
  const problem = { data, active, ratings: byRatee(data, active), quadrature };
  const lengths = [
    data.sizes[1],
    data.sizes[2],
    ...data.categories.map((values) => values.length - 1),
  ];
  const start: State = {
    severity: new Float64Array(data.sizes[1]),
    difficulty: new Float64Array(data.sizes[2]),
    thresholds: data.categories.map((values) => new Float64Array(values.length - 1)),
    mean: 0,
    sd: 1,
  };
  const found = accelerate(
    pack(start),
    (x) => {
      const { next, logLikelihood, off } = cycle(problem, unpack(x, lengths));
      return { next: pack(next), value: logLikelihood, off };
    },
    tolerance,
    limit,
  );
  const state = unpack(found.x, lengths);
  const known = take(problem, state);
  return {
    measures: [known.mean, state.severity, state.difficulty],
    thresholds: state.thresholds.map((own) => [...own]),
    population: { mean: state.mean, sd: state.sd },
    errors: [known.sd, errorsOf(problem, known, state, 1), errorsOf(problem, known, state, 2)],
    logLikelihood: known.logLikelihood,
    iterations: found.iterations,
    converged: found.converged,
  };
}

function pack(state: State): Float64Array {
  const parts = [
    state.severity,
    state.difficulty,
    ...state.thresholds,
    [state.mean, Math.log(state.sd)],
  ];
  const x = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    x.set(part, at);
    at += part.length;
  }
  return x;
}

/** `lengths`: of severities, difficulties and each scale's thresholds. */
function unpack(x: Float64Array, lengths: readonly number[]): State {
  let from = 0;
  const parts = lengths.map((length) => {
    from += length;
    return x.slice(from - length, from);
  });
  const [severity, difficulty, ...thresholds] = parts as [Float64Array, Float64Array];
  return {
    severity,
    difficulty,
    thresholds,
    mean: x.at(-2) as number,
    sd: Math.max(LEAST_SD, Math.exp(x.at(-1) as number)),
  };
}

/**
 * Standard errors from the marginal information on each element, the other facets taken as known: what the ratings
 * would say if the ratees were known, less what they leave unsaid about them (Louis 1982).
 */
function errorsOf(problem: Problem, known: Posterior, state: State, f: 1 | 2): Float64Array {
  const { data, ratings, quadrature } = problem;
  const q = quadrature.points.length;
  const scales = state.thresholds.map((own) => new ScaleAt(own));
  const hurdles = hurdlesOf(data, state);
  const levels = data.facets[f] as Int32Array;
  const information = new Float64Array(data.sizes[f]);
  for (let a = 0; a + 1 < ratings.start.length; a++) {
    const slopes = new Map<number, Float64Array>();
    for (const i of ratings.order.subarray(ratings.start[a], ratings.start[a + 1])) {
      const level = levels[i];
      const scale = scales[scaleAt(data, i)] as ScaleAt;
      const own = slopes.get(level) ?? new Float64Array(q);
      slopes.set(level, own);
      for (let k = 0; k < q; k++) {
        scale.at(known.points[a * q + k] - hurdles[i]);
        own[k] = own[k] + scale.mean;
        information[level] = information[level] + known.weights[a * q + k] * scale.variance;
      }
    }
    const weights = known.weights.subarray(a * q, a * q + q);
    for (const [level, own] of slopes) {
      const mean = own.reduce((sum, slope, k) => sum + slope * weights[k], 0);
      const unsaid = own.reduce((sum, s, k) => sum + (s - mean) ** 2 * weights[k], 0);
      information[level] = information[level] - unsaid;
    }
  }
  return information.map((value) => (value > 0 ? 1 / Math.sqrt(value) : Number.NaN));
}

/** What each rating has to overcome: its rater's severity and its item's difficulty. */
function hurdlesOf(data: FacetData, state: State): Float64Array {
  const [, raters, items] = data.facets as [Int32Array, Int32Array, Int32Array];
  return Float64Array.from(raters, (r, i) => state.severity[r] + state.difficulty[items[i]]);
}

function take({ data, ratings, quadrature }: Problem, state: State): Posterior {
  return posterior(data, ratings, hurdlesOf(data, state), state.thresholds, state, quadrature);
}

function cycle(problem: Problem, state: State) {
  const known = take(problem, state);
  const next = { ...state };
  const off = [
    stepFacet(problem, known, next, 1),
    stepFacet(problem, known, next, 2),
    stepThresholds(problem, known, next),
    stepPopulation(problem, known, next, state),
  ];
  return { next, logLikelihood: known.logLikelihood, off: Math.max(...off) };
}

/** Moves the origin of the scale, ratees included. */
function shift(known: Posterior, state: State, by: number): void {
  for (let k = 0; k < known.points.length; k++) {
    known.points[k] = known.points[k] - by;
  }
  state.mean -= by;
}

function stepFacet(problem: Problem, known: Posterior, state: State, f: 1 | 2): number {
  const { data, active, quadrature } = problem;
  if (data.sizes[f] < 2) return 0;
  const q = quadrature.points.length;
  const scales = state.thresholds.map((own) => new ScaleAt(own));
  const hurdles = hurdlesOf(data, state);
  const [ratees, levels] = [data.facets[0] as Int32Array, data.facets[f] as Int32Array];
  const own = Float64Array.from(f === 1 ? state.severity : state.difficulty);
  const residual = new Float64Array(own.length);
  const information = new Float64Array(own.length);
  for (let i = 0; i < data.n; i++) {
    if (active[i] === 0) continue;
    const level = levels[i];
    const from = ratees[i] * q;
    const scale = scales[scaleAt(data, i)] as ScaleAt;
    let [expected, spread] = [0, 0];
    for (let k = from; k < from + q; k++) {
      scale.at(known.points[k] - hurdles[i]);
      expected += known.weights[k] * scale.mean;
      spread += known.weights[k] * scale.variance;
    }
    residual[level] = residual[level] + data.score[i] - expected;
    information[level] = information[level] + spread;
  }
  let [off, sum, live] = [0, 0, 0];
  for (let level = 0; level < own.length; level++) {
    if (information[level] === 0) continue;
    const rest = residual[level];
    off = Math.max(off, Math.abs(rest));
    const step = rest / information[level];
    own[level] = own[level] - Math.max(-1, Math.min(1, step));
    sum += own[level];
    live++;
  }
  const centre = sum / live;
  for (let level = 0; level < own.length; level++) {
    if (information[level] > 0) own[level] = own[level] - centre;
  }
  shift(known, state, centre);
  if (f === 1) state.severity = own;
  else state.difficulty = own;
  return off;
}

function stepThresholds(problem: Problem, known: Posterior, state: State): number {
  const { data } = problem;
  const hurdles = hurdlesOf(data, state);
  const several = state.thresholds.length > 1;
  let [off, moved] = [0, 0];
  const difficulty = Float64Array.from(state.difficulty);
  state.thresholds = state.thresholds.map((thresholds, scale) => {
    const { residual, information } = slopesOf(problem, known, hurdles, thresholds, scale);
    off = Math.max(off, ...residual.map(Math.abs));
    const lower = cholesky(information, thresholds.length);
    if (lower === null) return thresholds;
    const step = choleskySolve(lower, thresholds.length, residual);
    const next = thresholds.map((t, k) => t - Math.max(-1, Math.min(1, step[k])));
    const centre = next.reduce((a, b) => a + b, 0) / next.length;
    if (several) raise(data, difficulty, scale, centre);
    else moved = centre;
    return next.map((t) => t - centre);
  });
  if (several) moved = difficulty.reduce((a, b) => a + b, 0) / difficulty.length;
  if (several) state.difficulty = difficulty.map((d) => d - moved);
  shift(known, state, moved);
  return off;
}

/** Slope and curvature of the log-likelihood in the thresholds of one scale. */
function slopesOf(
  { data, active, quadrature }: Problem,
  known: Posterior,
  hurdles: Float64Array,
  thresholds: Float64Array,
  at: number,
): { residual: Float64Array; information: Float64Array } {
  const q = quadrature.points.length;
  const m = thresholds.length;
  const scale = new ScaleAt(thresholds);
  const ratees = data.facets[0] as Int32Array;
  const residual = new Float64Array(m);
  const information = new Float64Array(m * m);
  const above = new Float64Array(m);
  for (let i = 0; i < data.n; i++) {
    if (active[i] === 0 || scaleAt(data, i) !== at) continue;
    const from = ratees[i] * q;
    for (let k = 0; k < data.score[i]; k++) {
      residual[k] = residual[k] + 1;
    }
    for (let k = from; k < from + q; k++) {
      const { p } = scale.at(known.points[k] - hurdles[i]);
      const weight = known.weights[k];
      let rest = 1;
      for (let a = 0; a < m; a++) {
        rest -= p[a];
        above[a] = rest;
        residual[a] = residual[a] - weight * rest;
        for (let b = 0; b <= a; b++) {
          const cell = a * m + b;
          information[cell] = information[cell] + weight * rest * (1 - above[b]);
        }
      }
    }
  }
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < a; b++) information[b * m + a] = information[a * m + b];
  }
  return { residual, information };
}

/** Mean and spread of the ratees with ratings, their posteriors included. */
function stepPopulation(problem: Problem, known: Posterior, next: State, before: State): number {
  const { start } = problem.ratings;
  const moved = before.mean - next.mean;
  const rated = [...known.mean.keys()].filter((a) => start[a] !== start[a + 1]);
  const centre = rated.reduce((sum, a) => sum + known.mean[a], 0) / rated.length;
  const about = (mean: number) =>
    rated.reduce((sum, a) => sum + (known.mean[a] - mean) ** 2 + known.sd[a] ** 2, 0);
  // Slopes of the log-likelihood in the mean, times the SD, and in the log of the SD.
  const slope = (rated.length * (centre - before.mean)) / before.sd;
  const spread = about(before.mean) / before.sd ** 2 - rated.length;
  next.mean = centre - moved;
  next.sd = Math.max(LEAST_SD, Math.sqrt(about(centre) / rated.length));
  return before.sd === LEAST_SD && next.sd === LEAST_SD
    ? 0
    : Math.max(Math.abs(slope), Math.abs(spread));
}
