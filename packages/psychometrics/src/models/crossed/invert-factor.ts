import { products } from "./factorise.ts";

/**
 * Inverse of A (full, symmetric, row-major) from its lower Cholesky factor: first the transposed inverse of the
 * factor, then its products with itself, both as inner products of rows in tiles. m must be a multiple of 4.
 */
export function invertFactor(lower: Float64Array, m: number): Float64Array {
  const u = transposedInverse(lower, m);
  const inverse = new Float64Array(m * m);
  for (let i = 0; i < m; i += 4) {
    for (let j = 0; j <= i; j += 4) {
      products(u, u, m, i, j, i, m, scratch);
      for (let r = 0; r < 4; r++) {
        for (let c = 0; c < 4; c++) {
          const value = scratch[r * 4 + c];
          inverse[(i + r) * m + j + c] = value;
          inverse[(j + c) * m + i + r] = value;
        }
      }
    }
  }
  return inverse;
}

const scratch = new Float64Array(16);

/** U with row i holding column i of L's inverse, zero before i. */
function transposedInverse(lower: Float64Array, m: number): Float64Array {
  const u = new Float64Array(m * m);
  for (let i = 0; i < m; i += 4) {
    for (let k = i; k < m; k += 4) {
      products(u, lower, m, i, k, i, k, scratch);
      for (let r = 0; r < 4; r++) {
        const row = (i + r) * m;
        for (let c = 0; c < 4; c++) {
          const at = k + c;
          if (at < i + r) continue;
          let sum = (at === i + r ? 1 : 0) - scratch[r * 4 + c];
          for (let j = k; j < at; j++) sum -= u[row + j] * lower[at * m + j];
          u[row + at] = sum / lower[at * m + at];
        }
      }
    }
  }
  return u;
}
