import { RowSpace } from "../src/bounds/row-space.ts";

/**
 * Whether any union of fewer than k contributors follows from the totals over these sets, by trying all of them with
 * exact arithmetic. For a dozen contributors.
 */
export function isolates(told: readonly ArrayLike<number>[], people: number, k: number): boolean {
  const numbers = Array.from({ length: people }, (_, at) => at);
  const row = (set: ArrayLike<number>) => {
    const within = new Set(Array.from(set));
    return numbers.map((person) => (within.has(person) ? 1n : 0n));
  };
  const space = new RowSpace(people);
  for (const set of told) space.add(row(set));
  for (let mask = 1; mask < 2 ** people; mask++) {
    const group = numbers.filter((person) => (mask & (1 << person)) !== 0);
    if (group.length < k && space.contains(row(group))) return true;
  }
  return false;
}
