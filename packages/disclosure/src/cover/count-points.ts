import type { Scale } from "./scale.ts";

/** How many answers fall on each point of the scale, from low to high. */
export function countPoints(values: readonly number[], scale: Scale): number[] {
  const counts = new Array<number>(scale.high - scale.low + 1).fill(0);
  for (const value of values) {
    const at = value - scale.low;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
