/** Indices of thresholds that lie below the one before them. */
export function disorderedAt(thresholds: readonly number[]): number[] {
  return thresholds.flatMap((t, k) => (k > 0 && t < thresholds[k - 1] ? [k] : []));
}
