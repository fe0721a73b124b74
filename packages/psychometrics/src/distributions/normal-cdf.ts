const SQRT_TWO_PI = 2.5066282746310007;

/**
 * Standard normal distribution function: the probability of a value up to z.
 * Series near the middle (Marsaglia 2004), Laplace's continued fraction in the tails, so a small lower
 * tail keeps its relative precision; for an upper tail pass -z.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return z;
  if (z > 3) return 1 - tail(z);
  if (z < -3) return tail(-z);
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}

/** Standard normal density. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / SQRT_TWO_PI;
}

/** The further out, the fewer terms of the fraction are all that a double can hold: 49 at 3, 24 at 5, 12 at 10. */
function tail(z: number): number {
  if (z > 40) return 0;
  let fraction = 0;
  for (let k = Math.ceil(16 + 330 / (z * z)); k >= 1; k--) fraction = k / (z + fraction);
  return normalDensity(z) / (z + fraction);
}
