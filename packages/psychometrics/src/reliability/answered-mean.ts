import type { DataMatrix } from "../data/data-matrix.ts";

/**
 * The mean of each person's answers to the given questions; NaN for who answered less than the share `answered` of
 * them. null for no questions at all.
 */
export function answeredMean(
  { rows, cols, values }: DataMatrix,
  items: readonly number[],
  answered = 0.5,
): Float64Array | null {
  if (!(answered > 0 && answered <= 1)) throw new RangeError(`share ${answered} is not in (0, 1]`);
  if (items.length === 0) return null;
  const needed = Math.max(1, Math.ceil(answered * items.length - 1e-9));
  return Float64Array.from({ length: rows }, (_, r) => {
    let [n, sum] = [0, 0];
    for (const item of items) {
      const value = values[r * cols + item];
      if (!Number.isFinite(value)) continue;
      n++;
      sum += value;
    }
    return n < needed ? Number.NaN : sum / n;
  });
}
