import { carriedVariance, proficiencyDefaults } from "@twohats/psychometrics";
import type { Change } from "./declared-changes.ts";

/** A version that was published: how many levels it has, and what became of the competencies of the one before. */
export type PublishedVersion = { version: number; levels: number; changes: readonly Change[] };

/** A level of a competency, as it was said in one version. */
export type SaidLevel = { competency: string; version: number; level: number };

/**
 * What a level says in a later version: of which competency, on the levels there are now, with the variance (in squared
 * levels of that version, for a population sd of 1) that each change on the way adds. `parts` of a merged competency are
 * levels of several; the one here is that of `1 / parts` of it.
 */
export type CarriedForward = {
  competency: string;
  level: number;
  steps: { version: number; kind: Change["kind"]; variance: number }[];
  parts: number;
};

/**
 * Carries a level through the versions up to one: the same competency takes it as it is, a reworded one, each part of a
 * split one and a merged one with a wider range. Empty when it was retired on the way: what was said stays with the
 * version in which it was said. Levels of a version with more or fewer of them are stretched from end to end, which
 * counts as a rewording. `history` is in the order of versions. Throws when a version on the way is missing, or knows
 * nothing of the competency.
 */
export function carryForward(
  history: readonly PublishedVersion[],
  said: SaidLevel,
  to: number,
): CarriedForward[] {
  const levelsIn = (version: number) => {
    const found = history.find((each) => each.version === version);
    if (!found) throw new Error(`version ${version} is missing`);
    return found;
  };
  let carried: CarriedForward[] = [
    { competency: said.competency, level: said.level, steps: [], parts: 1 },
  ];
  for (let version = said.version + 1; version <= to; version++) {
    const before = levelsIn(version - 1);
    const now = levelsIn(version);
    carried = carried.flatMap((each) => throughOne(each, before, now));
  }
  return carried;
}

function throughOne(
  carried: CarriedForward,
  before: PublishedVersion,
  now: PublishedVersion,
): CarriedForward[] {
  const change = now.changes.find(({ from }) => from.some((id) => id === carried.competency));
  if (!change) throw new Error(`version ${now.version} says nothing of ${carried.competency}`);
  const { version } = now;
  const { kind } = change;
  const variance = carriedVariance(correlationOf(kind, before.levels !== now.levels));
  const steps = variance > 0 ? [...carried.steps, { version, kind, variance }] : carried.steps;
  const level = 1 + ((carried.level - 1) * (now.levels - 1)) / (before.levels - 1);
  const parts = kind === "merged" ? carried.parts * change.from.length : carried.parts;
  return change.to.map((competency) => ({ competency, level, steps, parts }));
}

function correlationOf(kind: Change["kind"], stretched: boolean): number {
  const { same, reworded, split, merged } = proficiencyDefaults.carriedCorrelation;
  const words =
    kind === "split" ? split : kind === "merged" ? merged : kind === "reworded" ? reworded : same;
  return stretched ? Math.min(words, reworded) : words;
}
