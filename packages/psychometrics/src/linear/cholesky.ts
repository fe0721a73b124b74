/**
 * Lower Cholesky factor of a symmetric positive definite matrix (n x n, row-major), or null when a pivot falls
 * to rounding level, relative to its diagonal: the matrix is singular as far as doubles can tell.
 */
export function cholesky(matrix: Float64Array, n: number, tolerance = 1e-13): Float64Array | null {
  const lower = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    for (let i = j; i < n; i++) {
      const rowI = i * n;
      let sum = matrix[rowI + j];
      for (let k = 0; k < j; k++) sum -= lower[rowI + k] * lower[rowJ + k];
      if (i === j) {
        if (!(sum > tolerance * Math.abs(matrix[rowJ + j])) || sum === 0) return null;
        lower[rowJ + j] = Math.sqrt(sum);
      } else {
        lower[rowI + j] = sum / lower[rowJ + j];
      }
    }
  }
  return lower;
}

/** Solves A x = b given the lower Cholesky factor of A; b is left as it was. */
export function choleskySolve(lower: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let sum = x[i];
    for (let k = 0; k < i; k++) sum -= lower[i * n + k] * x[k];
    x[i] = sum / lower[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i];
    for (let k = i + 1; k < n; k++) sum -= lower[k * n + i] * x[k];
    x[i] = sum / lower[i * n + i];
  }
  return x;
}

/** Inverse of A given its lower Cholesky factor. */
export function choleskyInverse(lower: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    const x = choleskySolve(lower, n, unit);
    for (let i = 0; i < n; i++) inverse[i * n + j] = x[i];
  }
  return inverse;
}
