import type { DataMatrix } from "../data/data-matrix.ts";
import type { Values } from "../data/values.ts";
import { covarianceMatrix } from "../describe/covariance-matrix.ts";
import { completeCases } from "./complete-cases.ts";

export interface DriverCorrelations {
  n: number;
  /** Correlations among p predictors, row-major, and of each with the outcome. */
  p: number;
  among: Float64Array;
  withOutcome: Float64Array;
}

/** Correlations over complete rows; null below two rows or when the outcome or a predictor does not vary. */
export function correlationsWithOutcome(
  outcome: Values,
  predictors: DataMatrix,
): DriverCorrelations | null {
  const { y, x } = completeCases(outcome, predictors);
  return fromComplete(y, x);
}

/** The same for rows already complete. */
export function fromComplete(y: Float64Array, x: DataMatrix): DriverCorrelations | null {
  const p = x.cols;
  const size = p + 1;
  const values = new Float64Array(x.rows * size);
  for (let r = 0; r < x.rows; r++) {
    values[r * size] = y[r];
    values.set(x.values.subarray(r * p, (r + 1) * p), r * size + 1);
  }
  const covariance = covarianceMatrix({ rows: x.rows, cols: size, values })?.values;
  if (covariance === undefined || p === 0) return null;
  const sd = Array.from({ length: size }, (_, i) => Math.sqrt(covariance[i * size + i]));
  if (sd.some((s) => !(s > 0))) return null;
  const r = (i: number, j: number) => (i === j ? 1 : covariance[i * size + j] / (sd[i] * sd[j]));
  return {
    n: x.rows,
    p,
    among: Float64Array.from({ length: p * p }, (_, at) => r(Math.floor(at / p) + 1, (at % p) + 1)),
    withOutcome: Float64Array.from({ length: p }, (_, i) => r(0, i + 1)),
  };
}
