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
    if (next === null) return { state, iterations: iteration, outcome: "converged" };
    state = next;
  }
}

/** At the floor and wanting to go lower. */
function heldAt(state: Information, i: number, floor: number): boolean {
  return (state.theta[i] as number) <= 1.001 * floor && (state.gradient[i] as number) >= 0;
}

function newtonStep(state: Information, floor: number): number[] | null {
  const size = state.theta.length;
  const free = state.theta.map((_, i) => i).filter((i) => !heldAt(state, i, floor));
  const m = free.length;
  // Scaled by the variances, so that the test for singularity means something.
  const scale = (i: number) => state.theta[i] as number;
  const h = Float64Array.from({ length: m * m }, (_, at) => {
    const i = free[Math.floor(at / m)] as number;
    const j = free[at % m] as number;
    return (state.curvature[i * size + j] as number) * scale(i) * scale(j);
  });
  const factor = cholesky(h, m, 1e-10);
  if (factor === null) return null;
  const solved = choleskySolve(
    factor,
    m,
    free.map((i) => (state.gradient[i] as number) * scale(i)),
  );
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
