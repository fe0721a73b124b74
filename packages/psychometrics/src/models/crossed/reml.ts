import { cholesky, choleskySolve } from "../../linear/cholesky.ts";
import type { Information } from "./information.ts";

export interface RemlProgress {
  iteration: number;
  /** Variances now: factors first, residual last. */
  variances: number[];
  /** Largest relative change still wanted. */
  change: number;
}

export interface RemlOptions {
  tolerance: number;
  /** Most steps to take; 0 only looks whether one is wanted. */
  iterations: number;
  /** Variances below this count as zero. */
  floor: number;
  /** Called once per iteration. */
  onProgress: (progress: RemlProgress) => void;
}

export interface RemlFit {
  state: Information;
  iterations: number;
  outcome: "converged" | "not-converged" | "singular";
}

/** Steps after which the average information has had its chance. */
const PATIENCE = 12;

/**
 * Average-information REML or ML (Gilmour, Thompson and Cullis 1995): Newton steps on the log variances, kept above a
 * floor, and cut while the deviance, where it is known, would grow. A variance at the floor whose gradient points below
 * stays there.
 */
export function reml(
  evaluate: (theta: readonly number[]) => Information | null,
  start: readonly number[],
  options: RemlOptions,
): RemlFit | null {
  const begin = evaluate(start);
  if (begin === null) return null;
  let state: Information = begin;
  for (let iteration = 1; ; iteration++) {
    const exact =
      iteration > PATIENCE && state.deviance !== null
        ? differencedCurvature(evaluate, state)
        : null;
    const step =
      (exact && newtonStep(state, exact, options.floor)) ??
      newtonStep(state, state.curvature, options.floor);
    if (step === null) return { state, iterations: iteration, outcome: "singular" };
    const change = relativeChange(state.theta, step, options.floor);
    options.onProgress({ iteration, variances: state.theta, change });
    if (change < options.tolerance) return { state, iterations: iteration, outcome: "converged" };
    if (iteration > options.iterations)
      return { state, iterations: iteration, outcome: "not-converged" };
    const next =
      advance(evaluate, state, step, options.floor) ??
      advance(evaluate, state, cautiousStep(state, options.floor), options.floor);
    if (next === null) {
      // No step helps: at the top but for rounding, unless a large one was wanted.
      const outcome = change < 1e-3 ? "converged" : "not-converged";
      return { state, iterations: iteration, outcome };
    }
    state = next;
  }
}

/** At the floor and wanting to go lower. */
function heldAt(state: Information, i: number, floor: number): boolean {
  return state.theta[i] <= 1.001 * floor && state.gradient[i] >= 0;
}

/** Furthest the logarithm of a variance may fall in one step, and what that is as a share of the variance. */
const STEEPEST = -3;
const FALL = Math.exp(STEEPEST) - 1;

/** Newton's step for the variances that may move; null when the curvature says nothing about some direction. */
function newtonStep(state: Information, curvature: Float64Array, floor: number): number[] | null {
  const free = state.theta.map((_, i) => i).filter((i) => !heldAt(state, i, floor));
  return solveStep(state, curvature, free, 0) ?? solveStep(state, curvature, free, 1 / 3);
}

/**
 * A variance that wants to fall below zero falls as far as it may, and the others take their step given that: a joint
 * step would send them astray. `damping` adds a share of the gradient to the curvature, as a Newton step on logarithms
 * would: what is left to go by for a variance on its way to zero, whose effects have all but vanished.
 */
function solveStep(
  state: Information,
  curvature: Float64Array,
  free: number[],
  damping: number,
): number[] | null {
  const size = state.theta.length;
  // Scaled by the variances, so that the test for singularity means something.
  const scale = (i: number) => state.theta[i];
  const entry = (i: number, j: number) => curvature[i * size + j] * scale(i) * scale(j);
  const share = new Array<number>(size).fill(0);
  let moving = free;
  for (;;) {
    const m = moving.length;
    const slope = moving.map((i) => {
      const pushed = free.reduce(
        (sum, j) => sum + (moving.includes(j) ? 0 : entry(i, j) * share[j]),
        0,
      );
      return state.gradient[i] * scale(i) + pushed;
    });
    const h = Float64Array.from({ length: m * m }, (_, at) => {
      const [a, b] = [Math.floor(at / m), at % m];
      const own = a === b ? damping * Math.abs(slope[a]) : 0;
      return entry(moving[a], moving[b]) + own;
    });
    const factor = cholesky(h, m, 1e-10);
    if (factor === null) return null;
    const solved = choleskySolve(factor, m, slope);
    for (const [k, i] of moving.entries()) share[i] = -solved[k];
    const falling = moving.filter((i) => share[i] < -1.2);
    if (falling.length === 0) {
      return share.map(
        (s, i) => (free.includes(i) && !moving.includes(i) ? STEEPEST : s) * scale(i),
      );
    }
    for (const i of falling) share[i] = FALL;
    moving = moving.filter((i) => !falling.includes(i));
  }
}

/** Each variance down its own slope, damped: always a way down, if a slow one, where the joint step fails. */
function cautiousStep(state: Information, floor: number): number[] {
  const size = state.theta.length;
  return state.theta.map((v, i) => {
    if (heldAt(state, i, floor)) return 0;
    const slope = state.gradient[i] * v;
    const curve = Math.abs(state.curvature[i * size + i]) * v * v;
    return (-slope / (curve + Math.abs(slope))) * v;
  });
}

/**
 * The exact curvature by differences of the gradient, for where the average information is a poor guide (few levels,
 * flat likelihoods) and steps get nowhere.
 */
function differencedCurvature(
  evaluate: (theta: readonly number[]) => Information | null,
  state: Information,
): Float64Array | null {
  const size = state.theta.length;
  const h = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const by = 1e-4 * state.theta[j];
    const moved = evaluate(state.theta.map((v, i) => (i === j ? v + by : v)));
    if (moved === null) return null;
    for (let i = 0; i < size; i++) {
      h[i * size + j] = (moved.gradient[i] - state.gradient[i]) / by;
    }
  }
  return h.map((v, at) => (v + h[(at % size) * size + Math.floor(at / size)]) / 2);
}

/** A step taken on the logarithm: the likelihood is rounder there, and no variance turns negative. */
function bounded(theta: number, step: number, floor: number): number {
  return Math.max(floor, theta * Math.exp(Math.max(STEEPEST, Math.min(2, step / theta))));
}

function relativeChange(theta: number[], step: number[], floor: number): number {
  return theta.reduce((most, v, i) => {
    const moved = Math.abs(bounded(v, step[i], floor) - v);
    return Math.max(most, moved / v);
  }, 0);
}

function advance(
  evaluate: (theta: readonly number[]) => Information | null,
  state: Information,
  step: number[],
  floor: number,
): Information | null {
  let share = 1;
  for (let tries = 0; tries < 12; tries++) {
    const theta = state.theta.map((v, i) => bounded(v, share * step[i], floor));
    const next = evaluate(theta);
    const worse =
      next === null ||
      (next.deviance !== null &&
        state.deviance !== null &&
        next.deviance > state.deviance + 1e-9 * Math.abs(state.deviance));
    if (!worse) return next;
    share /= 3;
  }
  return null;
}
