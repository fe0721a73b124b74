import { carryForward, type PublishedVersion } from "../own/carry-forward.ts";
import { importances, type RoleNeed, weights } from "./role.ts";

/** Why somebody should look at a need again: what became of its competency since it was said. */
export type LookAt = "reworded" | "split" | "merged" | "levels";

export type CarriedNeed = RoleNeed & { lookAt: LookAt | null };

/**
 * Needs that were said in one version of a framework, in its newest one. What is not exactly the same any more goes on
 * and says why to look at it; what was retired is told apart. A level between two is the nearer, of two as near the
 * higher. Throws when a version on the way is missing, or knows nothing of a competency.
 */
export function carryNeeds(
  history: readonly PublishedVersion[],
  needs: readonly RoleNeed[],
  from: number,
): { needs: CarriedNeed[]; retired: RoleNeed[] } {
  const newest = history.at(-1);
  if (!newest || newest.version <= from)
    return { needs: needs.map((need) => ({ ...need, lookAt: null })), retired: [] };
  const carried = new Map<string, CarriedNeed>();
  const retired: RoleNeed[] = [];
  for (const need of needs) {
    const said = { competency: need.competency, version: from, level: need.level ?? 1 };
    const found = carryForward(history, said, newest.version);
    if (found.length === 0) retired.push(need);
    for (const { competency, level, steps } of found) {
      const whole = Math.min(newest.levels, Math.max(1, Math.floor(level + 0.5)));
      const next: CarriedNeed = {
        ...{ ...need, competency },
        level: need.level === null ? null : whole,
        lookAt: reasonOf(steps.map(({ kind }) => kind)),
      };
      const known = carried.get(competency);
      carried.set(competency, known ? { ...higher(known, next), lookAt: "merged" } : next);
    }
  }
  return { needs: [...carried.values()], retired };
}

function reasonOf(kinds: readonly string[]): LookAt | null {
  if (kinds.length === 0) return null;
  for (const kind of ["merged", "split", "reworded"] as const)
    if (kinds.includes(kind)) return kind;
  return "levels";
}

/** Of two needs of one competency the higher level, the stronger weight and the larger importance. */
export function higher<Need extends RoleNeed>(one: Need, other: Need): Need {
  const level =
    one.level === null || other.level === null
      ? (one.level ?? other.level)
      : Math.max(one.level, other.level);
  const weight = weights.find((each) => one.weight === each || other.weight === each);
  const importance = importances.findLast(
    (each) => one.importance === each || other.importance === each,
  );
  return {
    ...one,
    ...{ level, weight: weight ?? one.weight, importance: importance ?? one.importance },
  };
}
