import type { DataMatrix } from "../../data/data-matrix.ts";
import { covarianceMatrix, type MissingOption } from "../../describe/covariance-matrix.ts";

export interface ItemCorrelations {
  n: number;
  items: number;
  r: Float64Array;
  sd: Float64Array;
}

/** Correlations of the items; null when there are too few rows or an item does not vary. */
export function itemCorrelations(
  matrix: DataMatrix,
  options: MissingOption,
): ItemCorrelations | null {
  const covariance = covarianceMatrix(matrix, options);
  if (covariance === null) return null;
  const { n, cols: items, values } = covariance;
  const sd = Float64Array.from({ length: items }, (_, i) => Math.sqrt(values[i * items + i]));
  const r = values.map((v, at) => v / (sd[Math.floor(at / items)] * sd[at % items]));
  for (let i = 0; i < items; i++) r[i * items + i] = 1;
  return r.every(Number.isFinite) && sd.every((s) => s > 0) ? { n, items, r, sd } : null;
}
