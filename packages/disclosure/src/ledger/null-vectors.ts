import { minus, plus, prime, residues, times } from "./modular.ts";
import type { ReducedRow } from "./reduce-rows.ts";

/**
 * Two random vectors, modulo the prime, that every one of the reduced rows sends to zero: free
 * entries are drawn, leading ones follow. The seed is fixed, so that the same rows give the same vectors.
 */
export function nullVectors(
  rows: readonly ReducedRow[],
  width: number,
): [Float64Array, Float64Array] {
  const next = residues(prime);
  const draw = (): Float64Array => {
    const free = Float64Array.from({ length: width }, next);
    for (const { lead } of rows) free[lead] = 0;
    const vector = free.slice();
    for (const { lead, entries } of rows) {
      let sum = 0;
      for (let at = 0; at < width; at++) {
        const entry = entries[at] as number;
        if (entry !== 0) sum = plus(sum, times(entry, free[at] as number));
      }
      vector[lead] = minus(0, sum);
    }
    return vector;
  };
  return [draw(), draw()];
}
