import { cholesky, choleskyInverse, choleskySolve } from "../src/linear/cholesky.ts";

export interface BruteForce {
  deviance: number;
  beta: number[];
  betaCovariance: Float64Array;
  /** Predicted effects of each factor and their conditional variances given the fixed effects. */
  effects: number[][];
  variances: number[][];
  /** Average information of the variances, y'P V_i P V_j P y / 2, factors first, residual last. */
  information: number[][];
}

/** The mixed model by its textbook definition, with the n x n covariance matrix of the ratings. */
export function bruteForce(
  y: number[],
  x: number[][],
  factors: number[][],
  theta: number[],
  weights: number[],
): BruteForce {
  const n = y.length;
  const p = (x[0] as number[]).length;
  const residual = theta[factors.length];
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let value = i === j ? residual / weights[i] : 0;
      factors.forEach((levels, f) => {
        if (levels[i] === levels[j]) value += theta[f];
      });
      v[i * n + j] = value;
    }
  }
  const l = cholesky(v, n) as Float64Array;
  const columns = Array.from({ length: p }, (_, k) =>
    choleskySolve(
      l,
      n,
      x.map((row) => row[k]),
    ),
  );
  const vy = choleskySolve(l, n, y);
  const xvx = Float64Array.from({ length: p * p }, (_, at) => {
    const [a, b] = [Math.floor(at / p), at % p];
    return x.reduce((sum, row, i) => sum + row[a] * (columns[b] as Float64Array)[i], 0);
  });
  const lx = cholesky(xvx, p) as Float64Array;
  const xvy = Array.from({ length: p }, (_, k) =>
    x.reduce((sum, row, i) => sum + row[k] * vy[i], 0),
  );
  const beta = [...choleskySolve(lx, p, xvy)];
  const rest = y.map(
    (value, i) => value - (x[i] as number[]).reduce((sum, xk, k) => sum + xk * beta[k], 0),
  );
  const vr = choleskySolve(l, n, rest);
  const logDet = (m: Float64Array, size: number) =>
    Array.from({ length: size }, (_, i) => 2 * Math.log(m[i * size + i])).reduce(
      (a, b) => a + b,
      0,
    );
  const deviance =
    logDet(l, n) +
    logDet(lx, p) +
    rest.reduce((sum, r, i) => sum + r * vr[i], 0) +
    (n - p) * Math.log(2 * Math.PI);
  const effects: number[][] = [];
  const variances: number[][] = [];
  factors.forEach((levels, f) => {
    const size = Math.max(...levels) + 1;
    const z = (level: number) => levels.map((own) => (own === level ? 1 : 0));
    effects.push(
      Array.from(
        { length: size },
        (_, level) => theta[f] * z(level).reduce<number>((s, zi, i) => s + zi * vr[i], 0),
      ),
    );
    variances.push(
      Array.from({ length: size }, (_, level) => {
        const solved = choleskySolve(l, n, z(level));
        const form = z(level).reduce<number>((s, zi, i) => s + zi * solved[i], 0);
        return theta[f] - theta[f] ** 2 * form;
      }),
    );
  });
  // P times a vector, P being the projection behind the restricted likelihood.
  const project = (a: number[]) => {
    const va = choleskySolve(l, n, a);
    const xva = Array.from({ length: p }, (_, k) =>
      x.reduce((sum, row, i) => sum + row[k] * va[i], 0),
    );
    const b = choleskySolve(lx, p, xva);
    return Array.from(va, (value, i) =>
      columns.reduce((rest, column, k) => rest - column[i] * b[k], value),
    );
  };
  const py = project(y);
  const working = [
    ...factors.map((levels) =>
      levels.map((own) => levels.reduce((sum, other, j) => sum + (other === own ? py[j] : 0), 0)),
    ),
    py.map((value, i) => value / weights[i]),
  ];
  const information = working.map((f) => {
    const pf = project(f);
    return working.map((g) => g.reduce((sum, value, i) => sum + value * pf[i], 0) / 2);
  });
  return {
    information,
    deviance,
    beta,
    betaCovariance: choleskyInverse(lx, p),
    effects,
    variances,
  };
}
