export interface LeastSquares {
  coefficients: Float64Array;
  /** Inverse of X'X, p x p. */
  inverse: Float64Array;
  residuals: Float64Array;
  ss: number;
}

/**
 * Least squares of y on the p columns of an n x p row-major matrix by Householder's QR; null when n < p or a column
 * depends on the others (to 1e-10 of its length).
 */
export function leastSquares(
  x: Float64Array,
  y: Float64Array,
  n: number,
  p: number,
): LeastSquares | null {
  if (n < p) return null;
  const a = Float64Array.from(x);
  const b = Float64Array.from(y);
  const diagonal = new Float64Array(p);
  for (let k = 0; k < p; k++) {
    const alpha = reflect(a, b, n, p, k);
    if (alpha === null) return null;
    diagonal[k] = alpha;
  }
  const coefficients = backSubstitute(a, diagonal, b, p);
  const residuals = y.map((value, i) => {
    let fitted = 0;
    for (let k = 0; k < p; k++) fitted += x[i * p + k] * coefficients[k];
    return value - fitted;
  });
  return {
    coefficients,
    inverse: inverseOf(a, diagonal, p),
    residuals,
    ss: residuals.reduce((sum, r) => sum + r * r, 0),
  };
}

/** Applies the reflection that clears column k below the diagonal to the later columns and to b. */
function reflect(a: Float64Array, b: Float64Array, n: number, p: number, k: number): number | null {
  let below = 0;
  let whole = 0;
  for (let i = 0; i < n; i++) {
    const square = a[i * p + k] ** 2;
    whole += square;
    if (i >= k) below += square;
  }
  if (!(below > 1e-20 * whole)) return null;
  const head = a[k * p + k];
  const alpha = head > 0 ? -Math.sqrt(below) : Math.sqrt(below);
  a[k * p + k] = head - alpha;
  const scale = -alpha * (head - alpha);
  for (let j = k + 1; j < p; j++) {
    let dot = 0;
    for (let i = k; i < n; i++) dot += a[i * p + k] * a[i * p + j];
    dot /= scale;
    for (let i = k; i < n; i++) {
      a[i * p + j] = a[i * p + j] - dot * a[i * p + k];
    }
  }
  let dot = 0;
  for (let i = k; i < n; i++) dot += a[i * p + k] * b[i];
  dot /= scale;
  for (let i = k; i < n; i++) b[i] = b[i] - dot * a[i * p + k];
  return alpha;
}

function backSubstitute(
  a: Float64Array,
  diagonal: Float64Array,
  b: Float64Array,
  p: number,
): Float64Array {
  const result = new Float64Array(p);
  for (let i = p - 1; i >= 0; i--) {
    let sum = b[i];
    for (let j = i + 1; j < p; j++) sum -= a[i * p + j] * result[j];
    result[i] = sum / diagonal[i];
  }
  return result;
}

/** (R'R)^-1 from the columns of R^-1. */
function inverseOf(a: Float64Array, diagonal: Float64Array, p: number): Float64Array {
  const columns = Array.from({ length: p }, (_, k) => {
    const unit = new Float64Array(p);
    unit[k] = 1;
    return backSubstitute(a, diagonal, unit, p);
  });
  const inverse = new Float64Array(p * p);
  for (const column of columns) {
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) {
        inverse[i * p + j] = inverse[i * p + j] + column[i] * column[j];
      }
    }
  }
  return inverse;
}
