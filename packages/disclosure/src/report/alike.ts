import type { Scale } from "./types.ts";

/** How many answers fall on each point of the scale, from low to high. */
export function countPoints(values: readonly number[], scale: Scale): number[] {
  const counts = new Array<number>(scale.high - scale.low + 1).fill(0);
  for (const value of values) {
    const at = value - scale.low;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/**
 * Whether a distribution is too close to unanimous to be shown: leaving out one answer, the others
 * all agree, or would if one a step below and one a step above met in the middle. The second case
 * has the same mean as the first, so that "spread withheld" beside a mean proves unanimity to
 * nobody, not even to the one who differs.
 */
export function nearlyAlike(values: readonly number[], scale: Scale): boolean {
  const counts = countPoints(values, scale);
  if (values.length === 0 || Math.max(...counts) >= values.length - 1) return true;
  return counts.some((count, left) => {
    if (count === 0) return false;
    const rest = counts.with(left, count - 1);
    return rest.some(
      (most, at) => most === values.length - 3 && rest[at - 1] === 1 && rest[at + 1] === 1,
    );
  });
}
