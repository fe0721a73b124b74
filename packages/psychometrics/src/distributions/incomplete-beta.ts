import { deviance, stirlingError } from "./saddle-point.ts";

const TINY = 1e-300;

/** The two tails of a distribution at a point; each keeps its own relative precision. */
export interface Tails {
  lower: number;
  upper: number;
}

/**
 * Regularised incomplete beta function at x, where y = 1 - x is passed too so that neither loses digits.
 * Continued fraction by Lentz's method, with Loader's (2000) saddle-point form of the leading factor,
 * which stays exact for parameters in the millions.
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const factor = leadingFactor(x, y, a, b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (factor * fraction(x, a, b)) / a;
    return { lower, upper: 1 - lower };
  }
  const upper = (factor * fraction(y, b, a)) / b;
  return { lower: 1 - upper, upper };
}

/** x^a y^b / B(a, b) */
function leadingFactor(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  const limit = 200 + 20 * Math.ceil(Math.sqrt(Math.max(a, b)));
  for (let m = 1; m <= limit; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 2e-16) break;
  }
  return h;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
