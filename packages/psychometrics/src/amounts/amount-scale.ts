/** A scale that asks how much: `low` far too little, `right` the right amount, `high` far too much. */
export interface AmountScale {
  low: number;
  right: number;
  high: number;
}

/**
 * How far a rating lies from the right amount: -1 at the low end, 0 at right, 1 at the high end, each side
 * by its own length. Throws a RangeError for a scale out of order or a rating outside it.
 */
export function amountDeviation(rating: number, scale: AmountScale): number {
  const { low, right, high } = scale;
  if (!(low < right && right < high))
    throw new RangeError("an amount scale needs low < right < high");
  if (rating < low || rating > high) throw new RangeError(`${rating} is not on the scale`);
  return rating < right ? (rating - right) / (right - low) : (rating - right) / (high - right);
}
