import type { Layout } from "./cells.ts";
import type { Elimination } from "./eliminate.ts";

/**
 * Diagonal of the inverse of the mixed model equations to first order, for all unknowns: each remaining one alone, and
 * eliminated ones through those they meet. `inverseDiagonal` is that of what remains.
 */
export function firstOrder(
  system: Elimination,
  inverseDiagonal: Float64Array,
  layout: Layout,
): Float64Array {
  const result = new Float64Array(layout.length);
  for (let i = 0; i < system.rest; i++) result[system.position(i)] = inverseDiagonal[i];
  const { start, column, weight, pivot, eliminatedAt } = system;
  for (let level = 0; level < pivot.length; level++) {
    const d = pivot[level];
    let sum = 1 / d;
    for (let s = start[level]; s < start[level + 1]; s++) {
      sum += (weight[s] / d) ** 2 * inverseDiagonal[column[s]];
    }
    result[eliminatedAt + level] = sum;
  }
  return result;
}
