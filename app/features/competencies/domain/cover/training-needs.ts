import type { LevelsByPerson } from "../table-level.ts";
import { standingOf, weightedGap } from "../tables/gap.ts";
import type { NeededBy } from "../tables/needed.ts";

/** Of one competency, what people of one group miss to what they need. People are named by id, not counted alone. */
export type TrainingNeed = {
  competency: string;
  /** The expected number of missing levels, by weight, of all who are assessed. */
  missing: number;
  short: string[];
  open: string[];
  met: number;
  notAssessed: string[];
};

/** What people miss, the largest need first; a competency that nobody needs is not in it. */
export function trainingNeeds(
  people: readonly { id: string }[],
  competencies: readonly { id: string }[],
  levels: LevelsByPerson,
  neededBy: NeededBy,
): TrainingNeed[] {
  return competencies
    .flatMap(({ id: competency }) => {
      const need: TrainingNeed = {
        ...{ competency, missing: 0, short: [], open: [], met: 0, notAssessed: [] },
      };
      for (const { id } of people) {
        const needed = neededBy(id, competency);
        if (!needed) continue;
        const level = levels.get(id)?.get(competency);
        const standing = standingOf(level, needed.level);
        if (level) need.missing += weightedGap(level, needed);
        if (standing === "met") need.met += 1;
        else if (standing === "unknown") need.notAssessed.push(id);
        else need[standing].push(id);
      }
      const count = need.short.length + need.open.length + need.met + need.notAssessed.length;
      return count === 0 ? [] : [need];
    })
    .sort(
      (one, other) =>
        other.missing - one.missing || other.notAssessed.length - one.notAssessed.length,
    );
}

export type ClosedGap = { personId: string; competency: string; needed: number };

/**
 * Gaps that were there on an earlier day and are none now: not met then, probably met now. Of the same need, today's.
 */
export function closedGaps(
  people: readonly { id: string }[],
  before: LevelsByPerson,
  now: LevelsByPerson,
  neededBy: NeededBy,
): ClosedGap[] {
  return people.flatMap(({ id: personId }) =>
    [...(now.get(personId) ?? [])].flatMap(([competency, level]) => {
      const needed = neededBy(personId, competency);
      if (!needed || standingOf(level, needed.level) !== "met") return [];
      const was = standingOf(before.get(personId)?.get(competency), needed.level);
      return was === "short" || was === "open"
        ? [{ personId, competency, needed: needed.level }]
        : [];
    }),
  );
}
