import type { LevelOption } from "../data/level.ts";
import { matrixOf } from "../data/matrix-of.ts";
import type { Values } from "../data/values.ts";
import { type Regression, regression } from "../drivers/regression.ts";
import { type PrincipalAxes, principalAxes } from "./principal-axes.ts";
import { type SurfaceTest, surfaceTest } from "./surface-test.ts";

export interface PolynomialOptions extends LevelOption {
  /** Of the scale; taken off both ratings. 0 unless told. */
  midpoint?: number;
  /** Resamples of people for percentile intervals of stationary point and axes; none unless told. */
  bootstrap?: number;
  seed?: number;
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
  /**
   * b3 - b5, called a5: 0 when the principal axes run parallel to agreement and disagreement, which an effect of
   * agreement for its own sake needs (Nestler, Humberg and Schoenbrodt 2019).
   */
  axisTurn: SurfaceTest;
  axes: PrincipalAxes;
}

/**
 * How an outcome goes with self-rating, others' rating and their agreement: Edwards's (1994) quadratic polynomial with
 * the response surface tests a1 to a4 of Edwards and Parry (1993; Shanock et al. 2010), a5, and the stationary point
 * and principal axes. null when fewer than seven complete triples are there or the terms can't be told apart.
 */
export function polynomialAgreement(
  self: Values,
  others: Values,
  outcome: Values,
  options: PolynomialOptions = {},
): PolynomialAgreement | null {
  const { midpoint = 0 } = options;
  if (self.length !== others.length) throw new RangeError("the two lists differ in length");
  const terms = matrixOf(
    Array.from({ length: self.length }, (_, i) => {
      const x = self[i] - midpoint;
      const y = others[i] - midpoint;
      return [x, y, x * x, x * y, y * y];
    }),
  );
  const fit = regression(outcome, terms, options);
  if (fit === null) return null;
  const surface = (contrast: [number, number, number, number, number]) =>
    surfaceTest(fit, {
      value: contrast.reduce(
        (sum, c, k) => sum + c * (fit.predictors[k] as { estimate: number }).estimate,
        0,
      ),
      gradient: contrast,
    });
  return {
    n: fit.n,
    fit,
    agreementSlope: surface([1, 1, 0, 0, 0]),
    agreementCurve: surface([0, 0, 1, 1, 1]),
    disagreementSlope: surface([1, -1, 0, 0, 0]),
    disagreementCurve: surface([0, 0, 1, -1, 1]),
    axisTurn: surface([0, 0, 1, 0, -1]),
    axes: principalAxes(fit, outcome, terms, options),
  };
}
