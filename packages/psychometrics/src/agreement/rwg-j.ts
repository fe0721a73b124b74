import type { DataMatrix } from "../data/data-matrix.ts";
import { type AvailableOption, itemVariances } from "./item-variances.ts";
import { type AgreementNull, varianceOfNull } from "./null-variance.ts";

export interface RwgJ {
  /** Ratings used, and the items they are about. */
  n: number;
  items: number;
  rwg: number;
  /** Mean over items of the variance between raters. */
  variance: number;
  nullVariance: number;
}

/**
 * Agreement of raters (rows) over parallel items (columns), stepped up to the number of items (James, Demaree and
 * Wolf 1984). A mean variance above the null counts as none, so the least is 0. Items with fewer than two
 * answers are left out; null when none remains.
 */
export function rwgJ(
  table: DataMatrix,
  against: AgreementNull,
  options: AvailableOption = {},
): RwgJ | null {
  const nullVariance = varianceOfNull(against);
  const used = itemVariances(table, options);
  const items = used.length;
  if (items === 0) return null;
  const variance = used.reduce((sum, item) => sum + item.variance, 0) / items;
  const share = Math.min(1, variance / nullVariance);
  const n = used.reduce((sum, item) => sum + item.n, 0);
  return {
    n,
    items,
    rwg: (items * (1 - share)) / (items * (1 - share) + share),
    variance,
    nullVariance,
  };
}
