import type { DataMatrix } from "../data/data-matrix.ts";
import { type AvailableOption, itemVariances } from "./item-variances.ts";
import { type AgreementNull, varianceOfNull } from "./null-variance.ts";

export interface RwgStar {
  n: number;
  items: number;
  /** 1 for full agreement, 0 at chance; negative when raters differ more than chance would have it. */
  rwgStar: number;
  variance: number;
  nullVariance: number;
}

/**
 * Agreement of raters (rows) over items (columns) that does not grow with the number of items: 1 less the mean item
 * variance over the null's (Lindell, Brandt and Whitney 1999). Items with fewer than two answers
 * are left out; null when none remains.
 */
export function rwgStar(
  table: DataMatrix,
  against: AgreementNull,
  options: AvailableOption = {},
): RwgStar | null {
  const nullVariance = varianceOfNull(against);
  const used = itemVariances(table, options);
  if (used.length === 0) return null;
  const variance = used.reduce((sum, item) => sum + item.variance, 0) / used.length;
  const n = used.reduce((sum, item) => sum + item.n, 0);
  return { n, items: used.length, rwgStar: 1 - variance / nullVariance, variance, nullVariance };
}
