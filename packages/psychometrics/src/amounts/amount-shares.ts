import { present, type Values } from "../data/values.ts";
import { type AmountScale, amountDeviation } from "./amount-scale.ts";

export interface AmountShares {
  n: number;
  /** Shares of the ratings below, at and above the right amount; they add to 1. */
  under: number;
  right: number;
  over: number;
}

/**
 * Shares of ratings under, at and over the right amount; null when there is none. `tolerance` (in scale
 * points, 0 unless told) widens "right", for ratings that are already means.
 */
export function amountShares(
  ratings: Values,
  scale: AmountScale,
  options: { tolerance?: number } = {},
): AmountShares | null {
  const { tolerance = 0 } = options;
  const values = present(ratings);
  const n = values.length;
  if (n === 0) return null;
  let under = 0;
  let over = 0;
  for (const value of values) {
    amountDeviation(value, scale);
    if (value < scale.right - tolerance) under++;
    else if (value > scale.right + tolerance) over++;
  }
  return { n, under: under / n, right: (n - under - over) / n, over: over / n };
}
