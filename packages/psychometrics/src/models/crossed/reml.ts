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
  /** Called once per iteration; false stops the fit. */
  onProgress: (progress: RemlProgress) => boolean;
}

export interface RemlFit {
  state: Information;
  iterations: number;
  outcome: "converged" | "not-converged" | "cancelled" | "singular";
}

/**
 * Average-information REML (Gilmour, Thompson and Cullis 1995): Newton steps on the log variances, kept above a floor, and cut while
 * the deviance, where it is known, would grow. A variance at the floor whose gradient points below stays there.
 */
export function reml(
  evaluate: (theta: readonly number[]) => Information | null,
  start: readonly number[],
  options: RemlOptions,
): RemlFit | null {
  let state = evaluate(start);
  if (state === null) return null;
  for (let iteration = 1; ; iteration++) {
    const step = newtonStep(state, options.floor);
    if (step === null) return { state, iterations: iteration, outcome: "singular" };
    const change = relativeChange(state.theta, step, options.floor);
    if (!options.onProgress({ iteration, variances: [...state.theta], change })) {
      return { state, iterations: iteration, outcome: "cancelled" };
    }
    if (change < options.tolerance) return { state, iterations: iteration, outcome: "converged" };
    if (iteration > options.iterations)
      return { state, iterations: iteration, outcome: "not-converged" };
    const next = advance(evaluate, state, step, options.floor);
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
  return (state.theta[i] as number) <= 1.001 * floor && (state.gradient[i] as number) >= 0;
}

/** Newton's step for the free variances; null when the information says nothing about some direction. */
function newtonStep(state: Information, floor: number): number[] | null {
  const free = state.theta.map((_, i) => i).filter((i) => !heldAt(state, i, floor));
  return solveStep(state, free, 0) ?? solveStep(state, free, 1 / 3);
}

/**
 * `damping` adds a share of the gradient to the curvature, as a Newton step on logarithms would: what is left to go by for a variance
 * on its way to zero, whose effects have all but vanished.
 */
function solveStep(state: Information, free: number[], damping: number): number[] | null {
  const size = state.theta.length;
  const m = free.length;
  // Scaled by the variances, so that the test for singularity means something.
  const scale = (i: number) => state.theta[i] as number;
  const slope = free.map((i) => (state.gradient[i] as number) * scale(i));
  const h = Float64Array.from({ length: m * m }, (_, at) => {
    const [a, b] = [Math.floor(at / m), at % m];
    const [i, j] = [free[a] as number, free[b] as number];
    const own = a === b ? damping * Math.abs(slope[a] as number) : 0;
    return (state.curvature[i * size + j] as number) * scale(i) * scale(j) + own;
  });
  const factor = cholesky(h, m, 1e-10);
  if (factor === null) return null;
  const solved = choleskySolve(factor, m, slope);
  const step = new Array<number>(size).fill(0);
  free.forEach((i, k) => {
    step[i] = -(solved[k] as number) * scale(i);
  });
  return step;
}

/** A step taken on the logarithm: the likelihood is rounder there, and no variance turns negative. */
function bounded(theta: number, step: number, floor: number): number {
  return Math.max(floor, theta * Math.exp(Math.max(-3, Math.min(2, step / theta))));
}

function relativeChange(theta: number[], step: number[], floor: number): number {
  return theta.reduce((most, v, i) => {
    const moved = Math.abs(bounded(v, step[i] as number, floor) - v);
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
    const theta = state.theta.map((v, i) => bounded(v, share * (step[i] as number), floor));
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
