import { type CoverTable, chanceOfMeeting, coverOf, type SkillCover } from "@twohats/psychometrics";
import { oldUntil } from "../level-age.ts";
import { dayNumber, type LevelsByPerson } from "../table-level.ts";
import { PROBABLY } from "../tables/gap.ts";
import { type Holder, Surest } from "./surest.ts";

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
  for (const [row, { id }] of people.entries()) {
    const own = levels.get(id);
    for (let at = 0; own && at < own.size; at++) {
      const column = columns.get(own.competencyAt(at));
      if (column !== undefined)
        chances[row * skills + column] = chanceOfMeeting(own.rangeAt(at), level);
    }
  }
  const availability = new Float64Array(people.length).fill(there);
  return { people: people.length, skills, chances, availability };
}

/** Cover of one competency, with who could and who is nearest to it: whoever is behind a figure is named beside it. */
export type NamedCover = SkillCover & {
  /** Probably at level, the surest first: the first five of `atLevel`. */
  holders: readonly Holder[];
  /** Assessed and not probably at level, the nearest first: three at most. */
  nearest: readonly Holder[];
};

const HOLDERS = 5;
const NEAREST = 3;

/** Cover of every competency, in their order. */
export function namedCover(table: CoverTable): NamedCover[] {
  const { people, skills, chances } = table;
  const atLevel = PROBABLY;
  const holders = new Surest(skills, HOLDERS);
  const nearest = new Surest(skills, NEAREST);
  for (let person = 0; person < people; person++)
    for (let skill = 0; skill < skills; skill++) {
      const chance = chances[person * skills + skill] as number;
      if (chance >= atLevel) holders.add(skill, person, chance);
      else if (chance >= 0) nearest.add(skill, person, chance);
    }
  return coverOf(table, { countTo: 3, atLevel }).map((cover) => ({
    ...cover,
    holders: holders.of(cover.skill),
    nearest: nearest.of(cover.skill),
  }));
}

/** Of how many of some people what is known of each competency is all older than two years. */
export function oldByCompetency(
  people: readonly { id: string }[],
  levels: LevelsByPerson,
  today: string,
): Map<string, number> {
  const old = new Map<string, number>();
  const last = dayNumber(oldUntil(today));
  for (const { id } of people) {
    const own = levels.get(id);
    for (let at = 0; own && at < own.size; at++) {
      if (own.newestAt(at) > last) continue;
      const competency = own.competencyAt(at);
      old.set(competency, (old.get(competency) ?? 0) + 1);
    }
  }
  return old;
}

/** What needs a look first: nobody or one alone, and then the likelier that nobody is there. */
export function byWeakness(one: SkillCover, other: SkillCover): number {
  return (
    Number(one.assessed === 0) - Number(other.assessed === 0) ||
    Math.min(2, one.atLevel) - Math.min(2, other.atLevel) ||
    other.nobody - one.nobody
  );
}
