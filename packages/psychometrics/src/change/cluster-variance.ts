import type { LeastSquares } from "../linear/least-squares.ts";
import { symmetricEigen } from "../linear/symmetric-eigen.ts";

export interface ClusterProblem {
  /** n x p design, row-major. */
  x: Float64Array;
  p: number;
  fit: LeastSquares;
  clusters: readonly (string | number)[];
  /** Which coefficient. */
  term: number;
  variance: "CR1" | "CR2";
}

/**
 * Variance of one coefficient robust to dependence within clusters, and its degrees of freedom: CR1 with G - 1
 * (Liang and Zeger 1986 with the usual small-sample factor), or CR2 with Satterthwaite's df under
 * independent errors (Bell and McCaffrey 2002).
 */
export function clusterVariance(problem: ClusterProblem): { variance: number; df: number } {
  const { x, p, fit, clusters, term } = problem;
  const n = clusters.length;
  const groups = new Map<string | number, number[]>();
  clusters.forEach((cluster, i) => {
    const members = groups.get(cluster);
    if (members === undefined) groups.set(cluster, [i]);
    else members.push(i);
  });
  // Row of (X'X)^-1 X' that makes the coefficient out of y.
  const weight = Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < p; k++) sum += fit.inverse[term * p + k] * x[i * p + k];
    return sum;
  });
  const members = [...groups.values()];
  if (problem.variance === "CR1") {
    const g = members.length;
    const meat = members.reduce((sum, own) => sum + score(own, weight, fit.residuals) ** 2, 0);
    return { variance: meat * (g / (g - 1)) * ((n - 1) / (n - p)), df: g - 1 };
  }
  return cr2(problem, members, weight);
}

function score(own: number[], weight: Float64Array, residuals: Float64Array): number {
  return own.reduce((sum, i) => sum + weight[i] * residuals[i], 0);
}

function cr2({ x, p, fit }: ClusterProblem, members: number[][], weight: Float64Array) {
  const adjusted = members.map((own) => adjust(own, weight, x, p, fit.inverse));
  const variance = members.reduce((sum, own, g) => {
    const w = adjusted[g] as number[];
    return sum + own.reduce((s, i, k) => s + w[k] * fit.residuals[i], 0) ** 2;
  }, 0);
  // Vectors q_g = (I - H)' w_g; the variance is a quadratic form whose eigenvalues give the df.
  const half = members.map((own, g) =>
    Float64Array.from({ length: p }, (_, k) =>
      own.reduce((s, i, at) => s + x[i * p + k] * (adjusted[g] as number[])[at], 0),
    ),
  );
  // Entries of the form are own_g (on the diagonal) less h_g'C h_h; summed over all pairs through K, the sum of h h'.
  const product = new Float64Array(p * p);
  let [trace, squares] = [0, 0];
  members.forEach((_, g) => {
    const own = (adjusted[g] as number[]).reduce((s, w) => s + w * w, 0);
    const h = half[g] as Float64Array;
    const shared = bilinear(h, fit.inverse, h);
    trace += own - shared;
    squares += own * own - 2 * own * shared;
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        product[a * p + b] = product[a * p + b] + h[a] * h[b];
      }
    }
  });
  squares += traceOfSquare(fit.inverse, product, p);
  return { variance, df: (trace * trace) / squares };
}

/** (I - H_gg)^(-1/2) times the cluster's weights; the pseudo-inverse where a direction has no residual. */
function adjust(
  own: number[],
  weight: Float64Array,
  x: Float64Array,
  p: number,
  inverse: Float64Array,
): number[] {
  const m = own.length;
  const block = new Float64Array(m * m);
  own.forEach((i, a) => {
    own.forEach((j, b) => {
      const h = bilinear(x.subarray(i * p, i * p + p), inverse, x.subarray(j * p, j * p + p));
      block[a * m + b] = (a === b ? 1 : 0) - h;
    });
  });
  const { values, vectors } = symmetricEigen(block, m);
  const result = new Array<number>(m).fill(0);
  vectors.forEach((v, k) => {
    const value = values[k];
    if (value < 1e-10) return;
    const dot = own.reduce((s, i, a) => s + v[a] * weight[i], 0);
    for (let a = 0; a < m; a++) {
      result[a] = result[a] + (v[a] * dot) / Math.sqrt(value);
    }
  });
  return result;
}

function bilinear(a: Float64Array, matrix: Float64Array, b: Float64Array): number {
  const p = a.length;
  let sum = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) sum += a[i] * matrix[i * p + j] * b[j];
  }
  return sum;
}

/** Trace of (C K)^2. */
function traceOfSquare(c: Float64Array, k: Float64Array, p: number): number {
  const ck = Float64Array.from({ length: p * p }, (_, at) => {
    const [i, j] = [Math.floor(at / p), at % p];
    let sum = 0;
    for (let m = 0; m < p; m++) sum += c[i * p + m] * k[m * p + j];
    return sum;
  });
  return ck.reduce((sum, v, at) => sum + v * ck[(at % p) * p + Math.floor(at / p)], 0);
}
