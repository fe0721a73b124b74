import type { LevelOption } from "../data/level.ts";
import { matrixOf } from "../data/matrix-of.ts";
import type { Values } from "../data/values.ts";
import { tTwoSided } from "../distributions/t-cdf.ts";
import { type Regression, regression } from "../drivers/regression.ts";

export interface SurfaceTest {
  estimate: number;
  standardError: number;
  t: number;
  p: number;
}

export interface PolynomialAgreement {
  n: number;
  /** outcome = b0 + b1 x + b2 y + b3 x2 + b4 xy + b5 y2; predictors in that order, x self and y others, centred. */
  fit: Regression;
  /** Slope and curve along agreement (x = y): b1 + b2 and b3 + b4 + b5. */
  agreementSlope: SurfaceTest;
  agreementCurve: SurfaceTest;
  /** Slope and curve along disagreement (x = -y): b1 - b2 and b3 - b4 + b5. */
  disagreementSlope: SurfaceTest;
  disagreementCurve: SurfaceTest;
}

/**
 * How an outcome goes with self-rating, others' rating and their agreement: Edwards's (1994) quadratic polynomial with
 * the response surface tests of Edwards and Parry (1993). `midpoint` of the scale is taken off both ratings.
 * null when fewer than seven complete triples are there or the terms can't be told apart.
 */
export function polynomialAgreement(
  self: Values,
  others: Values,
  outcome: Values,
  options: LevelOption & { midpoint?: number } = {},
): PolynomialAgreement | null {
  const { midpoint = 0 } = options;
  if (self.length !== others.length) throw new RangeError("the two lists differ in length");
  const terms = Array.from({ length: self.length }, (_, i) => {
    const x = (self[i] as number) - midpoint;
    const y = (others[i] as number) - midpoint;
    return [x, y, x * x, x * y, y * y];
  });
  const fit = regression(outcome, matrixOf(terms), options);
  if (fit === null) return null;
  const surface = (contrast: number[]) => tested(fit, [0, ...contrast]);
  return {
    n: fit.n,
    fit,
    agreementSlope: surface([1, 1, 0, 0, 0]),
    agreementCurve: surface([0, 0, 1, 1, 1]),
    disagreementSlope: surface([1, -1, 0, 0, 0]),
    disagreementCurve: surface([0, 0, 1, -1, 1]),
  };
}

function tested(fit: Regression, contrast: number[]): SurfaceTest {
  const terms = [fit.intercept, ...fit.predictors];
  const estimate = terms.reduce((sum, term, k) => sum + term.estimate * (contrast[k] as number), 0);
  const size = terms.length;
  let variance = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      variance +=
        (contrast[i] as number) *
        (contrast[j] as number) *
        (fit.covariance[i * size + j] as number);
    }
  }
  const standardError = Math.sqrt(variance);
  const t = estimate / standardError;
  return { estimate, standardError, t, p: tTwoSided(t, fit.df) };
}
