/** A list of numbers; NaN marks a missing one. */
export type Values = ArrayLike<number>;

/** The values that are there: a copy without NaN and infinities. */
export function present(values: Values): Float64Array {
  const kept = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isFinite(value)) kept[n++] = value;
  }
  return kept.subarray(0, n);
}
