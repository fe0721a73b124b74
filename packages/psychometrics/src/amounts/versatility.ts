import { present, type Values } from "../data/values.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";
import { type AmountScale, amountDeviation } from "./amount-scale.ts";
import { type AmountShares, amountShares } from "./amount-shares.ts";

export interface VersatilitySide {
  n: number;
  mean: number;
  shares: AmountShares;
}

export interface Versatility {
  /** Ratings on both sides together. */
  n: number;
  /** 0 (both at an end of the scale) to 100 (both the right amount). */
  versatility: number;
  first: VersatilitySide;
  second: VersatilitySide;
}

/**
 * Versatility on two opposing sides rated by amount (managing and leading, say): 100 less the distance of
 * the two means from "the right amount" on both, as a percentage of the longest distance there is.
 * Kaiser and Kaplan (2005), "Overlooking overkill?", and Kaiser, Lindberg and Craig (2007), for a symmetric scale;
 * on an unequal scale each side counts by its own length. null when either side has no rating.
 */
export function versatility(first: Values, second: Values, scale: AmountScale): Versatility | null {
  const a = side(first, scale);
  const b = side(second, scale);
  if (a === null || b === null) return null;
  const distance = Math.hypot(amountDeviation(a.mean, scale), amountDeviation(b.mean, scale));
  return { n: a.n + b.n, versatility: 100 * (1 - distance / Math.SQRT2), first: a, second: b };
}

function side(ratings: Values, scale: AmountScale): VersatilitySide | null {
  const shares = amountShares(ratings, scale);
  if (shares === null) return null;
  return { n: shares.n, mean: sumOfSquares(present(ratings)).mean, shares };
}
