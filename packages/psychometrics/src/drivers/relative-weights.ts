import type { DataMatrix } from "../data/data-matrix.ts";
import type { Values } from "../data/values.ts";
import { symmetricEigen } from "../linear/symmetric-eigen.ts";
import { correlationsWithOutcome } from "./correlations-with-outcome.ts";

export interface RelativeWeights {
  n: number;
  r2: number;
  /** Each predictor's part of R2, and as a share of it (null when R2 is 0). */
  weights: { raw: number; share: number | null }[];
}

/**
 * Johnson's (2000) relative weights of correlated predictors; raw weights add to R2. Rows with a gap are left out. null
 * when rows do not exceed predictors, something does not vary, or predictors are linearly dependent.
 */
export function relativeWeights(outcome: Values, predictors: DataMatrix): RelativeWeights | null {
  const r = correlationsWithOutcome(outcome, predictors);
  if (r === null || r.n <= r.p + 1) return null;
  const { p } = r;
  const { values, vectors } = symmetricEigen(r.among, p);
  if (!(values[p - 1] > 1e-10)) return null;
  const root = (i: number, j: number, power: number) =>
    vectors.reduce((sum, v, k) => sum + v[i] * v[j] * values[k] ** power, 0);
  const indices = Array.from({ length: p }, (_, i) => i);
  const beta = indices.map((i) =>
    indices.reduce((sum, j) => sum + root(i, j, -0.5) * r.withOutcome[j], 0),
  );
  const raw = indices.map((i) =>
    indices.reduce((sum, j) => sum + root(i, j, 0.5) ** 2 * beta[j] ** 2, 0),
  );
  const r2 = raw.reduce((sum, w) => sum + w, 0);
  return { n: r.n, r2, weights: raw.map((w) => ({ raw: w, share: r2 > 0 ? w / r2 : null })) };
}
