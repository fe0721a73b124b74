import type { LevelsByPerson } from "../table-level.ts";
import { standingOf, weightedGap } from "../tables/gap.ts";
import type { NeededBy, RoleNeeds } from "../tables/needed.ts";

/** Of one competency, what people of one group miss to what they need. Who is clearly short is named, by id. */
export type TrainingNeed = {
  competency: string;
  /** The expected number of missing levels, by weight, of all who are assessed. */
  missing: number;
  short: string[];
  open: number;
  met: number;
  notAssessed: number;
};

/** What people miss, the largest need first; a competency that nobody needs is not in it. */
export function trainingNeeds(
  people: readonly { id: string }[],
  competencies: readonly { id: string }[],
  levels: LevelsByPerson,
  neededBy: NeededBy,
): TrainingNeed[] {
  const needs = needsOfNobody(people, competencies, neededBy);
  for (const { id } of people) {
    const own = neededBy.ofRoles(id);
    const known = levels.get(id);
    for (let at = 0; known && at < known.size; at++) {
      const competency = known.competencyAt(at);
      const need = needs.get(competency);
      const needed = own.get(competency) ?? neededBy.usual;
      if (!need || !needed) continue;
      const level = known.rangeAt(at);
      need.notAssessed -= 1;
      need.missing += weightedGap(level, needed);
      const standing = standingOf(level, needed.level);
      if (standing === "short") need.short.push(id);
      else if (standing === "met") need.met += 1;
      else need.open += 1;
    }
  }
  return [...needs.values()].sort(
    (one, other) => other.missing - one.missing || other.notAssessed - one.notAssessed,
  );
}

/** What is needed by somebody, as if nobody were assessed: of so many people, by their roles and not one by one. */
function needsOfNobody(
  people: readonly { id: string }[],
  competencies: readonly { id: string }[],
  { usual, ofRoles }: NeededBy,
): Map<string, TrainingNeed> {
  const alike = new Map<RoleNeeds, number>();
  for (const { id } of people) alike.set(ofRoles(id), (alike.get(ofRoles(id)) ?? 0) + 1);
  const needs = new Map<string, TrainingNeed>();
  for (const { id: competency } of competencies) {
    let notAssessed = usual ? people.length : 0;
    if (!usual)
      for (const [needed, count] of alike) if (needed.has(competency)) notAssessed += count;
    if (notAssessed > 0)
      needs.set(competency, {
        ...{ competency, missing: 0, short: [], open: 0, met: 0, notAssessed },
      });
  }
  return needs;
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
    [...(now.get(personId)?.entries() ?? [])].flatMap(([competency, level]) => {
      const needed = neededBy(personId, competency);
      if (!needed || standingOf(level, needed.level) !== "met") return [];
      const was = standingOf(before.get(personId)?.get(competency), needed.level);
      return was === "short" || was === "open"
        ? [{ personId, competency, needed: needed.level }]
        : [];
    }),
  );
}
