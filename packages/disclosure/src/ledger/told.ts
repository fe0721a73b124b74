import { pinnedUnits } from "../audit/linear-bounds.ts";
import { narrowBounds } from "../audit/narrow-bounds.ts";

/** What an answered cut told: the groups in it at that time, and the sum of its answers. */
export type Told = { readonly groups: readonly number[]; readonly sum: number };

/** The sum of a cut's answers, and the range each lies in. */
export type Answers = { readonly sum: number; readonly low: number; readonly high: number };

/** Products of cuts and groups up to which all combinations are examined, and any at all. */
const exactly = 3_000;
const atAll = 100_000;

/** Cuts after some groups were divided: part i of `split` is the new group `first + i`. */
export function divideTold(told: readonly Told[], split: readonly number[], first: number): Told[] {
  const part = new Map(split.map((group, index) => [group, first + index]));
  return told.map(({ groups, sum }) => ({
    groups: [...groups, ...groups.flatMap((group) => part.get(group) ?? [])],
    sum,
  }));
}

/** The cuts told and this one (1 for each of its groups) as the last, once; as many as are examined. */
export function tell(told: readonly Told[], cut: Int32Array, sum: number): Told[] {
  const groups = [...cut.keys()].filter((group) => cut[group] === 1);
  const same = (other: Told) =>
    other.groups.length === groups.length && other.groups.every((group) => cut[group] === 1);
  const most = Math.max(1, Math.floor(atAll / cut.length));
  return [...told.filter((other) => !same(other)), { groups, sum }].slice(-most);
}

/**
 * Whether the totals told, and their differences, sit so close to an end of the scale that a group
 * below k, or everyone in a larger one, must have given that very answer. Beyond some size only the
 * newest total (the last) is looked at by itself.
 */
export function pins(
  told: readonly Told[],
  weights: readonly number[],
  k: number,
  { low, high }: { readonly low: number; readonly high: number },
): boolean {
  const newest = told.at(-1);
  if (newest === undefined) return false;
  const people = newest.groups.reduce((sum, group) => sum + (weights[group] ?? 0), 0);
  if (newest.sum <= low * people || newest.sum >= high * people) return true;
  const size = told.length * weights.length;
  if (size > atAll) return false;
  const harmful = (weight: number, mean: number) =>
    weight < k || mean < low + 1e-6 || mean > high - 1e-6;
  const units = weights.map((weight, group) => ({ id: `${group}`, people: weight }));
  const place = new Map(units.map(({ id }, at) => [id, at]));
  const statements = told.map(({ groups, sum }) => ({ over: groups.map(String), sum }));
  if (size <= exactly) {
    return pinnedUnits(units, statements, place, low, high).some(({ at, mean }) =>
      harmful(weights[at] ?? 0, mean),
    );
  }
  return narrowBounds(units, [], statements, place, low, high).some(
    (bounds, at) => bounds.high - bounds.low < 1e-6 && harmful(weights[at] ?? 0, bounds.low),
  );
}
