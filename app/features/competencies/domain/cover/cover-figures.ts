import { type CoverTable, chanceOfMeeting, coverOf, type SkillCover } from "@twohats/psychometrics";
import type { LevelsByPerson } from "../table-level.ts";
import { PROBABLY } from "../tables/gap.ts";

type Asked = {
  people: readonly { id: string }[];
  competencies: readonly { id: string }[];
  levels: LevelsByPerson;
  /** Which level somebody has to meet to stand in. */
  level: number;
  /** How often anybody is there when needed, from 0 to 1. */
  there: number;
};

/** The chances of people to meet a level, as cover is computed from them. Not assessed is no chance, and no 0. */
export function coverTable({ people, competencies, levels, level, there }: Asked): CoverTable {
  const skills = competencies.length;
  const chances = new Float64Array(people.length * skills).fill(Number.NaN);
  const columns = new Map(competencies.map(({ id }, at) => [id, at]));
  for (const [row, { id }] of people.entries())
    for (const [competency, known] of levels.get(id) ?? []) {
      const column = columns.get(competency);
      if (column !== undefined) chances[row * skills + column] = chanceOfMeeting(known, level);
    }
  const availability = new Float64Array(people.length).fill(there);
  return { people: people.length, skills, chances, availability };
}

export type Holder = { person: number; chance: number };

/** Cover of one competency, with who could and who is nearest to it: whoever is behind a figure is named beside it. */
export type NamedCover = SkillCover & {
  /** Probably at level, the surest first. */
  holders: readonly Holder[];
  /** Assessed and not probably at level, the nearest first. */
  nearest: readonly Holder[];
};

const NEAREST = 3;

/** Cover of every competency, in their order. */
export function namedCover(table: CoverTable): NamedCover[] {
  return coverOf(table, { countTo: 3, atLevel: PROBABLY }).map((cover) => ({
    ...cover,
    ...namesOf(table, cover.skill),
  }));
}

function namesOf({ people, skills, chances }: CoverTable, skill: number) {
  const assessed: Holder[] = [];
  for (let person = 0; person < people; person++) {
    const chance = chances[person * skills + skill] ?? Number.NaN;
    if (!Number.isNaN(chance)) assessed.push({ person, chance });
  }
  assessed.sort((one, other) => other.chance - one.chance || one.person - other.person);
  const could = assessed.filter(({ chance }) => chance >= PROBABLY).length;
  return { holders: assessed.slice(0, could), nearest: assessed.slice(could, could + NEAREST) };
}

/** What needs a look first: nobody or one alone, and then the likelier that nobody is there. */
export function byWeakness(one: SkillCover, other: SkillCover): number {
  return (
    Number(one.assessed === 0) - Number(other.assessed === 0) ||
    Math.min(2, one.atLevel) - Math.min(2, other.atLevel) ||
    other.nobody - one.nobody
  );
}
