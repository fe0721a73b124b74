import { column } from "../data/column.ts";
import { completeRows } from "../data/complete-rows.ts";
import type { DataMatrix } from "../data/data-matrix.ts";
import { midRanks } from "../describe/mid-ranks.ts";
import { chiSquareCdf } from "../distributions/chi-square-cdf.ts";

export interface KendallW {
  /** Things ranked, and raters. */
  n: number;
  raters: number;
  /** 0 (no agreement on the order) to 1 (the same order). */
  w: number;
  chiSquare: number;
  df: number;
  p: number;
}

/**
 * Kendall's coefficient of concordance, corrected for ties, of a table of things (rows) x raters (columns);
 * rows with a gap are left out (Kendall and Gibbons 1990). null below two rows or raters, or when every
 * rater gives everything the same rank.
 */
export function kendallW(table: DataMatrix): KendallW | null {
  const used = completeRows(table);
  const { rows: n, cols: raters } = used;
  if (n < 2 || raters < 2) return null;
  const sums = new Float64Array(n);
  let ties = 0;
  for (let c = 0; c < raters; c++) {
    const ranked = midRanks(column(used, c));
    ranked.ranks.forEach((rank, i) => {
      sums[i] = sums[i] + rank;
    });
    ties += ranked.ties;
  }
  const mean = (raters * (n + 1)) / 2;
  const spread = sums.reduce((total, sum) => total + (sum - mean) ** 2, 0);
  const most = raters * raters * (n ** 3 - n) - raters * ties;
  if (!(most > 0)) return null;
  const w = (12 * spread) / most;
  const chiSquare = raters * (n - 1) * w;
  return { n, raters, w, chiSquare, df: n - 1, p: chiSquareCdf(chiSquare, n - 1, "upper") };
}
