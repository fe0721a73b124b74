import { column } from "../data/column.ts";
import { completeRows } from "../data/complete-rows.ts";
import type { DataMatrix } from "../data/data-matrix.ts";
import { present, type Values } from "../data/values.ts";
import { quantileOfSorted } from "../describe/quantile.ts";

export interface AverageDeviation {
  /** Ratings used; for a table, over all items. */
  n: number;
  items: number;
  /** In scale points: 0 is full agreement. */
  value: number;
}

export interface AverageDeviationOptions {
  /** What deviations are taken from; the mean unless told. */
  about?: "mean" | "median";
  /** For a table: every answer there is, or only raters without a gap. */
  missing?: "available" | "listwise";
}

/**
 * Average deviation index AD (Burke, Finkelstein and Dusig 1999) of one item's ratings, or of a table of
 * raters x items as the mean of its items' indices. null when nobody answered. One rater gives 0,
 * which says nothing about agreement: look at n. A common bound for agreement is a sixth of the number of options
 * (Burke and Dunlap 2002).
 */
export function averageDeviation(
  ratings: Values | DataMatrix,
  options: AverageDeviationOptions = {},
): AverageDeviation | null {
  const { about = "mean", missing = "available" } = options;
  if (!("cols" in ratings)) return ofItem(ratings, about);
  const table = missing === "listwise" ? completeRows(ratings) : ratings;
  let n = 0;
  let sum = 0;
  let items = 0;
  for (let c = 0; c < table.cols; c++) {
    const item = ofItem(column(table, c), about);
    if (item === null) continue;
    n += item.n;
    sum += item.value;
    items++;
  }
  return items === 0 ? null : { n, items, value: sum / items };
}

function ofItem(ratings: Values, about: "mean" | "median"): AverageDeviation | null {
  const values = present(ratings).sort();
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  const centre = about === "mean" ? mean : (quantileOfSorted(values, 0.5, 7) ?? mean);
  return { n, items: 1, value: values.reduce((sum, v) => sum + Math.abs(v - centre), 0) / n };
}
