import { type Relationship, relationships } from "~/features/questionnaires/domain/index.ts";
import type { RaterLimits } from "./rater-rules.ts";

export type RaterCounts = Partial<Record<Relationship, number>>;

/** Whether one more may be asked under this relationship. */
export function hasRoom(
  limits: RaterLimits,
  relationship: Relationship,
  chosen: RaterCounts,
): boolean {
  const max = limits[relationship]?.max;
  return max === undefined || (chosen[relationship] ?? 0) < max;
}

export type Shortage = {
  relationship: Relationship;
  chosen: number;
  minimum: number;
  /** Everyone there is has been chosen, so that the list may be handed in all the same. */
  nobodyLeft: boolean;
};

/**
 * Relationships with fewer raters than they should have.
 * @param there how many people there are under a relationship that the org tree settles; left out where anyone may be
 * asked.
 */
export function shortages(
  limits: RaterLimits,
  chosen: RaterCounts,
  there: RaterCounts,
): Shortage[] {
  return relationships.flatMap((relationship) => {
    const minimum = limits[relationship]?.min ?? 0;
    const own = chosen[relationship] ?? 0;
    if (own >= minimum) return [];
    const available = there[relationship];
    const nobodyLeft = available !== undefined && own >= Math.min(minimum, available);
    return [{ relationship, chosen: own, minimum, nobodyLeft }];
  });
}

/** Raters by relationship. */
export function countByRelationship(
  raters: readonly { relationship: Relationship }[],
): RaterCounts {
  const counts: RaterCounts = {};
  for (const { relationship } of raters) counts[relationship] = (counts[relationship] ?? 0) + 1;
  return counts;
}
