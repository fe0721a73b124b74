import { symmetricEigen } from "../../linear/symmetric-eigen.ts";

/** Points and weights with which sums stand for means over a standard normal. */
export interface Quadrature {
  points: Float64Array;
  weights: Float64Array;
}

/**
 * Gauss-Hermite quadrature for the standard normal, exact for polynomials to degree 2n - 1: eigenvalues of the
 * recurrence's tridiagonal matrix, squared first entries of its vectors (Golub and Welsch 1969).
 */
export function gaussHermite(n: number): Quadrature {
  const matrix = new Float64Array(n * n);
  for (let k = 1; k < n; k++) {
    matrix[k * n + k - 1] = Math.sqrt(k);
    matrix[(k - 1) * n + k] = Math.sqrt(k);
  }
  const { values, vectors } = symmetricEigen(matrix, n);
  return { points: values, weights: Float64Array.from(vectors, (v) => v[0] ** 2) };
}
