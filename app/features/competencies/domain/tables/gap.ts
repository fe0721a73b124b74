import { chanceOfMeeting, expectedGap } from "@twohats/psychometrics";
import type { LevelRange, TableLevels } from "../table-level.ts";
import { countNeeded, type Needed, type NeededBy } from "./needed.ts";

/** From which chance on somebody counts as probably at a level: more likely than not. */
export const PROBABLY = 0.5;

/** How far from what is needed: surely below, perhaps, probably there; unknown where not assessed. */
export type Standing = "short" | "open" | "met" | "unknown";

/**
 * How a level stands to a needed one. Short only when the whole range lies below what counts as meeting it; a range
 * that reaches it leaves the question open until it is likelier than not.
 */
export function standingOf(level: LevelRange | undefined, needed: number): Standing {
  if (!level) return "unknown";
  if (chanceOfMeeting(level, needed) >= PROBABLY) return "met";
  return level.upper < needed - 0.5 ? "short" : "open";
}

/** Of several competencies: what is missing in all, in levels by weight, and how many of them nobody assessed. */
export type PersonGap = { missing: number; assessed: number; unknown: number };

/**
 * What is missing to what each person needs of some competencies. Not assessed adds nothing to it and is counted beside
 * it. Looks at what is known, not at every cell: of ten thousand people most are empty.
 */
export function gapsOf(
  competencies: ReadonlySet<string>,
  neededBy: NeededBy,
): (personId: string, levels: TableLevels | undefined) => PersonGap {
  const neededIn = countNeeded(competencies, neededBy);
  return (personId, levels) => {
    const own = neededBy.ofRoles(personId);
    const gap: PersonGap = { missing: 0, assessed: 0, unknown: neededIn(personId) };
    for (let at = 0; levels && at < levels.size; at++) {
      const competency = levels.competencyAt(at);
      const needed = own.get(competency) ?? neededBy.usual;
      if (!needed || !competencies.has(competency)) continue;
      gap.missing += weightedGap(levels.rangeAt(at), needed);
      gap.assessed += 1;
      gap.unknown -= 1;
    }
    return gap;
  };
}

/** How many levels are expected to be missing, by how much they count. */
export function weightedGap(level: LevelRange, { level: needed, weight }: Needed): number {
  return weight * expectedGap(level, needed);
}

/** The largest gap first; whoever is assessed in nothing last, as nothing is known of theirs. */
export function byGap(one: PersonGap, other: PersonGap): number {
  if ((one.assessed === 0) !== (other.assessed === 0)) return one.assessed === 0 ? 1 : -1;
  return other.missing - one.missing || other.unknown - one.unknown;
}
