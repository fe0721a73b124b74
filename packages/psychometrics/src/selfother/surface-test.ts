import { tTwoSided } from "../distributions/t-cdf.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import type { Regression } from "../drivers/regression.ts";
import type { Quantity } from "./surface-axes.ts";

export interface SurfaceTest {
  estimate: number;
  standardError: number;
  lower: number;
  upper: number;
  /** Of the hypothesis that it is 0, or what else is said beside it. */
  t: number;
  p: number;
}

/**
 * A quantity made of the five coefficients of a fitted surface, tested with the fit's degrees of freedom: exact for
 * sums of coefficients, by the delta method for others.
 */
export function surfaceTest(fit: Regression, quantity: Quantity, against = 0): SurfaceTest {
  const size = fit.predictors.length + 1;
  let variance = 0;
  for (const [i, gi] of quantity.gradient.entries()) {
    for (const [j, gj] of quantity.gradient.entries()) {
      variance += gi * gj * fit.covariance[(i + 1) * size + j + 1];
    }
  }
  const estimate = quantity.value;
  const standardError = Math.sqrt(variance);
  const half = tQuantile((1 + fit.level) / 2, fit.df) * standardError;
  const t = (estimate - against) / standardError;
  return {
    estimate,
    standardError,
    lower: estimate - half,
    upper: estimate + half,
    t,
    p: tTwoSided(t, fit.df),
  };
}
