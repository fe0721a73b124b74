import { PROBABLY } from "../tables/gap.ts";

export type StandIn = {
  person: number;
  /** Competencies of the one who is stood in for, by column. */
  could: number[];
  /** Assessed, and probably not at level. */
  missing: number[];
  notAssessed: number[];
};

type Table = { people: number; skills: number; chances: Float64Array };

/**
 * Who could stand in for somebody: of what these are probably at level in, what others are, what they miss and what
 * nobody assessed. Whoever could do most is first, and among those who could do as much, whoever surely misses least.
 * Only people who could do something are named.
 */
export function standInsFor(
  { people, skills, chances }: Table,
  person: number,
): { needs: number[]; standIns: StandIn[] } {
  const chance = (who: number, skill: number) => chances[who * skills + skill] ?? Number.NaN;
  const needs = Array.from({ length: skills }, (_, skill) => skill).filter(
    (skill) => chance(person, skill) >= PROBABLY,
  );
  const standIns = Array.from({ length: people }, (_, who) => who)
    .filter((who) => who !== person)
    .map((who) => ({
      person: who,
      could: needs.filter((skill) => chance(who, skill) >= PROBABLY),
      missing: needs.filter((skill) => chance(who, skill) < PROBABLY),
      notAssessed: needs.filter((skill) => Number.isNaN(chance(who, skill))),
    }))
    .filter(({ could }) => could.length > 0)
    .sort(
      (one, other) =>
        other.could.length - one.could.length ||
        one.missing.length - other.missing.length ||
        one.person - other.person,
    );
  return { needs, standIns };
}
