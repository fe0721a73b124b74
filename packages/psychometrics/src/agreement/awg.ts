import type { DataMatrix } from "../data/data-matrix.ts";
import { matrixOf } from "../data/matrix-of.ts";
import type { Values } from "../data/values.ts";
import { type AvailableOption, itemVariances } from "./item-variances.ts";

export interface Awg {
  n: number;
  /** Items that could be interpreted. */
  items: number;
  /** -1 (as far apart as the mean allows) to 1 (all the same). */
  awg: number;
}

export interface ScaleRange {
  low: number;
  high: number;
}

/**
 * Agreement given the mean: 1 less twice the variance over the largest possible at that mean (Brown and
 * Hauenstein 2005), for one item's ratings or a table of raters x items (the mean over items). An item
 * whose mean lies so near an end that the largest variance can't be reached is left out, unless all raters
 * agree, which is 1. null when nothing remains.
 */
export function awg(
  ratings: Values | DataMatrix,
  range: ScaleRange,
  options: AvailableOption = {},
): Awg | null {
  const table = "cols" in ratings ? ratings : matrixOf(Array.from(ratings, (value) => [value]));
  let [n, items, sum] = [0, 0, 0];
  for (const item of itemVariances(table, options)) {
    const value = ofItem(item.n, item.mean, item.variance, range);
    if (value === null) continue;
    n += item.n;
    items++;
    sum += value;
  }
  return items === 0 ? null : { n, items, awg: sum / items };
}

function ofItem(
  n: number,
  mean: number,
  variance: number,
  { low, high }: ScaleRange,
): number | null {
  if (variance === 0) return 1;
  const lowest = (low * (n - 1) + high) / n;
  const highest = (high * (n - 1) + low) / n;
  // A hair of tolerance: the bounds themselves are reachable.
  if (mean < lowest - 1e-9 || mean > highest + 1e-9) return null;
  const largest = ((high + low) * mean - mean * mean - high * low) * (n / (n - 1));
  return 1 - (2 * variance) / largest;
}
