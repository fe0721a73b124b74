import { pinnedUnits } from "../bounds/linear-bounds.ts";
import { narrowBounds } from "../bounds/narrow-bounds.ts";
import type { AnswerRules } from "../cover/draw-withheld.ts";
import type { Scale } from "../cover/scale.ts";

/** What an answered cut told: the groups in it at that time, and the sum of its answers. */
export type Told = { readonly groups: readonly number[]; readonly sum: number };

/** Everyone's answer by number, and what deciding whether some are too alike needs. */
export type Answers = { readonly values: ArrayLike<number>; readonly rules: AnswerRules };

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

function isSame({ groups }: Told, cut: Int32Array): boolean {
  const size = cut.reduce((sum, within) => sum + within, 0);
  return groups.length === size && groups.every((group) => cut[group] === 1);
}

/** Whether this very cut (1 for each of its groups) was told before. */
export function isTold(told: readonly Told[], cut: Int32Array): boolean {
  return told.some((other) => isSame(other, cut));
}

/** The cuts told and this one (1 for each of its groups) as the last, once; as many as are examined. */
export function tell(told: readonly Told[], cut: Int32Array, sum: number): Told[] {
  const groups = [...cut.keys()].filter((group) => cut[group] === 1);
  const most = Math.max(1, Math.floor(atAll / cut.length));
  return [...told.filter((other) => !isSame(other, cut)), { groups, sum }].slice(-most);
}

/**
 * The groups whose mean the totals told and the range of the scale pin down. Beyond some size only chains of single
 * totals are followed, and far beyond it nothing is.
 */
export function pinnedGroups(
  told: readonly Told[],
  weights: readonly number[],
  { low, high }: Pick<Scale, "low" | "high">,
): number[] {
  const size = told.length * weights.length;
  if (size > atAll) return [];
  const units = weights.map((weight, group) => ({ id: `${group}`, people: weight }));
  const place = new Map(units.map(({ id }, at) => [id, at]));
  const statements = told.map(({ groups, sum }) => ({ over: groups.map(String), sum }));
  if (size <= exactly) return pinnedUnits(units, statements, place, low, high).map(({ at }) => at);
  return narrowBounds(units, [], statements, place, low, high).flatMap((bounds, at) =>
    bounds.high - bounds.low < 1e-6 ? [at] : [],
  );
}
