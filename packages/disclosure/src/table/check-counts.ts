import type { Scale } from "../cover/scale.ts";
import type { Cell } from "./cell.ts";

/**
 * The counts of a cell of answers. Throws a RangeError naming the cell when they are not there or do not make up its n
 * and sum.
 */
export function countsOf(cell: Cell, { low, high }: Scale, name: string): readonly number[] {
  const points = high - low + 1;
  if (cell.n === 0) return new Array<number>(points).fill(0);
  const { counts } = cell;
  if (counts === undefined) throw new RangeError(`${name} has no counts of its answers.`);
  let n = 0;
  let sum = 0;
  for (const [at, count] of counts.entries()) {
    n += count;
    sum += count * (low + at);
  }
  const whole = counts.every((count) => Number.isInteger(count) && count >= 0);
  if (!whole || counts.length !== points || n !== cell.n || sum !== cell.sum)
    throw new RangeError(`The counts of ${name} are not its answers.`);
  return counts;
}

/** How many gave each point, over several cells. */
export function addCounts(all: readonly (readonly number[])[]): number[] {
  const [first, ...rest] = all;
  return rest.reduce<number[]>(
    (sum, counts) => sum.map((count, at) => count + (counts[at] ?? 0)),
    [...(first ?? [])],
  );
}
