import { present, type Values } from "../data/values.ts";
import { type AmountScale, amountDeviation } from "./amount-scale.ts";

/**
 * How near ratings on an amount scale are to the right amount, 0 (all at an end) to 100 (all right): the mean
 * over ratings of 100 (1 - distance / longest distance on that side). Unlike the distance of the mean,
 * too little from some and too much from others don't cancel. null when there is no rating.
 * Own definition, after the curvilinear scoring of Kaiser and Kaplan (2005).
 */
export function amountEffectiveness(
  ratings: Values,
  scale: AmountScale,
): { n: number; effectiveness: number } | null {
  const values = present(ratings);
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += 1 - Math.abs(amountDeviation(value, scale));
  return { n: values.length, effectiveness: (100 * sum) / values.length };
}
