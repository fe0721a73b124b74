import { type CoverOptions, coverOf, type SkillCover } from "./cover-of.ts";
import type { CoverTable } from "./cover-table.ts";

/** What might happen. Moving somebody is removing them from one table and adding them to another. */
export type CoverChange =
  | { kind: "remove"; person: number }
  /** Somebody new, with a chance for each skill (NaN: not known). */
  | { kind: "add"; chances: readonly number[]; availability?: number }
  /** Somebody whose chance in a skill becomes another, as by training. */
  | { kind: "train"; person: number; skill: number; chance: number };

/**
 * Cover before and after changes, for the skills that they change. People keep their numbers: who is removed leaves
 * theirs empty and is counted nowhere, who is added gets the next. Throws a RangeError for nobody's or no skill's
 * number and for what `coverOf` refuses.
 */
export function whatIf(
  table: CoverTable,
  changes: readonly CoverChange[],
  options: CoverOptions = {},
): { skill: number; before: SkillCover; after: SkillCover }[] {
  const before = coverOf(table, options);
  const { changed, gone } = apply(table, changes);
  const after = coverOf(changed, options).map((cover) => ({
    ...cover,
    notAssessed: cover.notAssessed - gone.size,
  }));
  return before.flatMap((was, skill) => {
    const is = after[skill] as SkillCover;
    return isSame(was, is) ? [] : [{ skill, before: was, after: is }];
  });
}

function apply(table: CoverTable, changes: readonly CoverChange[]) {
  const { skills } = table;
  const added = changes.filter(({ kind }) => kind === "add").length;
  const people = table.people + added;
  const chances = new Float64Array(people * skills).fill(Number.NaN);
  chances.set(table.chances);
  const availability = new Float64Array(people).fill(1);
  availability.set(table.availability ?? []);
  const gone = new Set<number>();
  let next = table.people;
  for (const change of changes) {
    if (change.kind === "add") {
      if (change.chances.length !== skills)
        throw new RangeError(`${change.chances.length} chances for ${skills} skills`);
      chances.set(change.chances, next * skills);
      availability[next] = change.availability ?? 1;
      next++;
      continue;
    }
    if (!isBelow(change.person, next) || gone.has(change.person))
      throw new RangeError(`nobody has number ${change.person}`);
    if (change.kind === "remove") {
      gone.add(change.person);
      chances.fill(Number.NaN, change.person * skills, (change.person + 1) * skills);
    } else {
      if (!isBelow(change.skill, skills))
        throw new RangeError(`no skill has number ${change.skill}`);
      chances[change.person * skills + change.skill] = change.chance;
    }
  }
  return { changed: { people, skills, chances, availability }, gone };
}

function isBelow(index: number, length: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < length;
}

function isSame(a: SkillCover, b: SkillCover): boolean {
  return (
    a.nobody === b.nobody &&
    a.mean === b.mean &&
    a.atLevel === b.atLevel &&
    a.onlyOne === b.onlyOne &&
    a.assessed === b.assessed &&
    a.notAssessed === b.notAssessed
  );
}
