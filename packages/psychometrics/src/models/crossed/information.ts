import { cholesky } from "../../linear/cholesky.ts";
import type { Cells, Layout } from "./cells.ts";
import type { Engine } from "./engine.ts";
import type { LikelihoodMethod } from "./likelihood-method.ts";
import { fixedBlock, fixedCovariance, fixedShares } from "./uncertainty.ts";

/** Where the likelihood, restricted or not, stands at given variances: factors first, residual last. */
export interface Information {
  theta: number[];
  /** -2 log likelihood; null with an engine that only estimates determinants. */
  deviance: number | null;
  /** Its gradient, and its average-information curvature (row-major). */
  gradient: number[];
  curvature: Float64Array;
  /** Fixed and random effects, in Layout order. */
  solution: Float64Array;
  /** Of each factor's block of the inverse: with the fixed effects unknown for REML, known for ML. */
  traces: number[];
}

/** What the fit is by, and what it is off by where traces are estimated. */
export interface Approach {
  method: LikelihoodMethod;
  traceOffset: readonly number[] | null;
}

/**
 * Gradient and average information of REML (Gilmour, Thompson and Cullis 1995; Johnson and Thompson 1995). With
 * t_j = M^-1 E_j u_j and A_ij = u_i't_j everything the curvature needs is k solves and inner products: no
 * pass over the data. ML takes the fixed effects as known in traces and determinant, which a solve per fixed effect
 * tells; the mean of its observed and expected information is the same form. `traceOffset` corrects estimated traces.
 * null when M is not positive definite.
 */
export function informationAt(
  cells: Cells,
  layout: Layout,
  engine: Engine,
  rhs: Float64Array,
  theta: readonly number[],
  { method, traceOffset }: Approach,
): Information | null {
  const k = cells.sizes.length;
  const residual = theta[k];
  const ratios = cells.sizes.map((_, i) => residual / theta[i]);
  if (!engine.update(ratios)) return null;
  const solution = engine.solve(rhs);
  const effects = cells.sizes.map((size, i) => {
    const from = layout.offsets[i];
    return solution.subarray(from, from + size);
  });
  const squares = effects.map((u) => u.reduce((sum, v) => sum + v * v, 0));
  const a = crossForms(layout, engine, effects);
  const known = method === "ml" ? knownFixed(cells, layout, engine) : null;
  const traces = engine
    .traces()
    .map((t, i) => t - (known?.shares[i] ?? 0) + (traceOffset?.[i] ?? 0));
  let penalised = cells.squares;
  for (let i = 0; i < rhs.length; i++) penalised -= rhs[i] * solution[i];
  const error = penalised - squares.reduce((sum, s, i) => sum + ratios[i] * s, 0);
  const taken = traces.reduce((sum, t, i) => sum + ratios[i] * t, 0);
  const gradient = cells.sizes.map((q, i) => {
    const v = theta[i];
    return q / v - (squares[i] + residual * traces[i]) / (v * v);
  });
  const used = (known === null ? cells.p : 0) + layout.random - taken;
  gradient.push((cells.ratings - used) / residual - error / (residual * residual));
  return {
    theta: [...theta],
    deviance: devianceOf(cells, layout, engine, theta, penalised, known),
    gradient,
    curvature: curvatureOf(theta, squares, error, a),
    solution,
    traces,
  };
}

interface KnownFixed {
  /** What the fixed effects' own uncertainty adds to each factor's trace. */
  shares: number[];
  /** What it takes off log |M|. */
  logDeterminant: number;
}

function knownFixed(cells: Cells, layout: Layout, engine: Engine): KnownFixed | null {
  const fixed = fixedCovariance(engine, layout, cells.p);
  const factor = cholesky(fixedBlock(fixed, layout), cells.p);
  if (factor === null) return null;
  const own = fixedShares(fixed, factor, layout);
  let logDeterminant = 0;
  for (let k = 0; k < cells.p; k++) logDeterminant += 2 * Math.log(factor[k * cells.p + k]);
  return {
    shares: cells.sizes.map((size, i) => {
      const from = layout.offsets[i];
      return own.subarray(from, from + size).reduce((sum, v) => sum + v, 0);
    }),
    logDeterminant,
  };
}

/** A_ij = u_i' M^-1 u_j. */
function crossForms(layout: Layout, engine: Engine, effects: Float64Array[]): number[][] {
  const columns = effects.map((u, j) => {
    const rhs = new Float64Array(layout.length);
    rhs.set(u, layout.offsets[j]);
    // Only the size and direction of the next step rest on these.
    return engine.solve(rhs, 1e-4);
  });
  return effects.map((u, i) =>
    columns.map((t) => {
      const from = layout.offsets[i];
      return u.reduce((sum, v, l) => sum + v * t[from + l], 0);
    }),
  );
}

function curvatureOf(
  theta: readonly number[],
  squares: number[],
  error: number,
  a: number[][],
): Float64Array {
  const k = squares.length;
  const size = k + 1;
  const residual = theta[k];
  const h = new Float64Array(size * size);
  let all = 0;
  for (let i = 0; i < k; i++) {
    const vi = theta[i];
    let row = 0;
    for (let j = 0; j < k; j++) {
      const vj = theta[j];
      const form = (a[i] as number[])[j];
      const own = i === j ? squares[i] / vi ** 3 : 0;
      h[i * size + j] = own - (residual * form) / (vi * vi * vj * vj);
      row += form / vj;
    }
    h[i * size + k] = row / (vi * vi);
    h[k * size + i] = row / (vi * vi);
    all += row / vi;
  }
  h[k * size + k] = error / residual ** 3 - all / residual;
  return h;
}

function devianceOf(
  cells: Cells,
  layout: Layout,
  engine: Engine,
  theta: readonly number[],
  penalised: number,
  known: KnownFixed | null,
): number | null {
  const determinant = engine.logDeterminant();
  if (determinant === null) return null;
  const k = cells.sizes.length;
  const residual = theta[k];
  const df = known === null ? cells.ratings - cells.p : cells.ratings;
  const factors = cells.sizes.reduce((sum, q, i) => sum + q * Math.log(theta[i]), 0);
  return (
    determinant +
    (known?.logDeterminant ?? 0) +
    factors +
    (df - layout.random) * Math.log(residual) +
    penalised / residual -
    cells.logWeights +
    df * Math.log(2 * Math.PI)
  );
}
