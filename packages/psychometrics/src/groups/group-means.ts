import type { Values } from "../data/values.ts";

export interface GroupMeans {
  /** Values present, by group. */
  n: Float64Array;
  /** NaN for a group without values. */
  mean: Float64Array;
  /** Sample standard deviation; NaN for fewer than two values. */
  sd: Float64Array;
}

/**
 * Mean, spread and number of values of each of `groups` groups in one pass (Welford 1962); `group[i]` is the group of
 * values[i], a whole number from 0. Quickest when values of a group lie together. Throws a RangeError on lengths that
 * differ or a group out of range.
 */
export function groupMeans(values: Values, group: ArrayLike<number>, groups: number): GroupMeans {
  if (values.length !== group.length) throw new RangeError("values and groups differ in length");
  const n = new Float64Array(groups);
  const mean = new Float64Array(groups);
  const squares = new Float64Array(groups);
  for (let i = 0; i < values.length; i++) {
    const g = group[i];
    if (!(g >= 0 && g < groups)) throw new RangeError(`group ${g} of ${groups}`);
    const value = values[i];
    const d = value - mean[g];
    if (!Number.isFinite(d)) continue;
    const count = n[g] + 1;
    const next = mean[g] + d / count;
    n[g] = count;
    mean[g] = next;
    squares[g] = squares[g] + d * (value - next);
  }
  for (let g = 0; g < groups; g++) {
    const count = n[g];
    if (count === 0) mean[g] = Number.NaN;
    squares[g] = count < 2 ? Number.NaN : Math.sqrt(squares[g] / (count - 1));
  }
  return { n, mean, sd: squares };
}
