export interface SymmetricEigen {
  /** From the largest to the smallest. */
  values: Float64Array;
  /** vectors[k] belongs to values[k]; length 1, its entry of largest size positive. */
  vectors: Float64Array[];
}

/** Eigenvalues and vectors of a symmetric n x n matrix by Jacobi's rotations (Golub and Van Loan, 8.5). */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 60 && offDiagonal(a, n) > 0; sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j] - a[i * n + i]);
  return {
    values: Float64Array.from(order, (i) => a[i * n + i]),
    vectors: order.map((i) => oriented(Float64Array.from({ length: n }, (_, r) => v[r * n + i]))),
  };
}

function offDiagonal(a: Float64Array, n: number): number {
  let off = 0;
  let all = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const square = a[i * n + j] ** 2;
      all += square;
      if (i !== j) off += square;
    }
  }
  return off > all * 1e-34 ? off : 0;
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q];
  if (apq === 0) return;
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k++) mix(a, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) mix(a, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k++) mix(v, k * n + p, k * n + q, c, s);
}

function mix(a: Float64Array, i: number, j: number, c: number, s: number): void {
  const x = a[i];
  const y = a[j];
  a[i] = c * x - s * y;
  a[j] = s * x + c * y;
}

function oriented(vector: Float64Array): Float64Array {
  const peak = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) + 1e-12 ? x : best), 0);
  return peak < 0 ? vector.map((x) => -x) : vector;
}
