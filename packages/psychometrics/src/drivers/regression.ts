import { column } from "../data/column.ts";
import type { DataMatrix } from "../data/data-matrix.ts";
import { type LevelOption, levelOf } from "../data/level.ts";
import type { Values } from "../data/values.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";
import { fCdf } from "../distributions/f-cdf.ts";
import { tTwoSided } from "../distributions/t-cdf.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { leastSquares } from "../linear/least-squares.ts";
import { completeCases } from "./complete-cases.ts";

export interface RegressionTerm {
  estimate: number;
  standardError: number;
  t: number;
  p: number;
  lower: number;
  upper: number;
}

export interface RegressionPredictor extends RegressionTerm {
  /** Change in outcome SDs for one SD of the predictor. */
  standardized: number;
  /** Variance inflation: 1 when unrelated to the other predictors. */
  vif: number;
}

export interface Regression {
  n: number;
  df: number;
  intercept: RegressionTerm;
  predictors: RegressionPredictor[];
  r2: number;
  adjustedR2: number;
  /** Residual standard deviation. */
  sigma: number;
  f: number;
  p: number;
  /** Covariances of intercept and predictors, row-major. */
  covariance: Float64Array;
  level: number;
}

/**
 * Ordinary least squares of an outcome on the columns of a matrix, with an intercept; rows with a gap are left out.
 * null when there are not more rows than terms, a predictor is constant or a sum of others, or the outcome does not
 * vary.
 */
export function regression(
  outcome: Values,
  predictors: DataMatrix,
  options?: LevelOption,
): Regression | null {
  const level = levelOf(options);
  const { y, x } = completeCases(outcome, predictors);
  const n = y.length;
  const p = x.cols + 1;
  const design = Float64Array.from({ length: n * p }, (_, at) =>
    at % p === 0 ? 1 : x.values[Math.floor(at / p) * x.cols + (at % p) - 1],
  );
  const fit = n > p ? leastSquares(design, y, n, p) : null;
  const total = sumOfSquares(y).ss;
  if (fit === null || !(total > 0)) return null;
  const df = n - p;
  const variance = fit.ss / df;
  const term = (k: number): RegressionTerm => {
    const estimate = fit.coefficients[k];
    const standardError = Math.sqrt(variance * fit.inverse[k * p + k]);
    const half = tQuantile((1 + level) / 2, df) * standardError;
    const t = estimate / standardError;
    return {
      estimate,
      standardError,
      t,
      p: tTwoSided(t, df),
      lower: estimate - half,
      upper: estimate + half,
    };
  };
  const r2 = 1 - fit.ss / total;
  const f = r2 / (p - 1) / ((1 - r2) / df);
  return {
    n,
    df,
    intercept: term(0),
    predictors: Array.from({ length: x.cols }, (_, c) => {
      const spread = sumOfSquares(column(x, c)).ss;
      const own = term(c + 1);
      return {
        ...own,
        standardized: own.estimate * Math.sqrt(spread / total),
        vif: spread * fit.inverse[(c + 1) * p + c + 1],
      };
    }),
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / df,
    sigma: Math.sqrt(variance),
    f,
    p: fCdf(f, p - 1, df, "upper"),
    covariance: fit.inverse.map((value) => value * variance),
    level,
  };
}
