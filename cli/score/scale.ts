import type { AmountScale } from "@twohats/psychometrics";

/** What values may be. `options` is how many whole numbers there are; null where the ends aren't whole. */
export interface Scale {
  low: number;
  high: number;
  options: number | null;
  amount: AmountScale | null;
}

const ENDS = /^(-?\d+(?:\.\d+)?)(?:-|\.\.|:)(-?\d+(?:\.\d+)?)$/;

/**
 * Reads "1-5", "0-10", "-2..2", or "amount", which is -2 (far too little) to 2 (far too much). null for anything else.
 */
export function readScale(text: string): Scale | null {
  const plain = text.trim().toLowerCase();
  if (plain === "amount")
    return { low: -2, high: 2, options: 5, amount: { low: -2, right: 0, high: 2 } };
  const [, first, last] = ENDS.exec(plain) ?? [];
  const low = Number(first);
  const high = Number(last);
  if (!(low < high)) return null;
  const whole = Number.isInteger(low) && Number.isInteger(high);
  return { low, high, options: whole ? high - low + 1 : null, amount: null };
}
