import type { CompetencyRef } from "../levelled/competency-ref.ts";
import { higher, type LookAt } from "./carry-needs.ts";
import type { EffectiveNeed } from "./effective-profile.ts";
import type { Importance, Weight } from "./role.ts";

/** What somebody's roles together need of one competency, on the levels of its framework's newest version. */
export type NeedOfPerson = CompetencyRef & {
  /** null: it matters, and no level was said. */
  level: number | null;
  weight: Weight;
  importance: Importance;
  /** The roles that ask for as much, by id. */
  askedBy: string[];
  /** Why somebody should look at it again, the first reason of these roles. */
  lookAt: LookAt | null;
};

/** What several roles need of one person: of each competency the highest level, and essential before useful. */
export function mergeNeeds(
  profiles: readonly { roleId: string; framework: string; needs: readonly EffectiveNeed[] }[],
): NeedOfPerson[] {
  const merged = new Map<string, NeedOfPerson>();
  for (const { roleId, framework, needs } of profiles)
    for (const { competency, level, weight, importance, lookAt } of needs) {
      const need = { framework, competency, level, weight, importance, askedBy: [roleId], lookAt };
      const key = JSON.stringify([framework, competency]);
      const known = merged.get(key);
      merged.set(key, known ? together(known, need) : need);
    }
  return [...merged.values()];
}

function together(known: NeedOfPerson, need: NeedOfPerson): NeedOfPerson {
  const most = higher(known, need);
  if (known.level === need.level)
    return {
      ...most,
      askedBy: [...known.askedBy, ...need.askedBy],
      lookAt: known.lookAt ?? need.lookAt,
    };
  const asking = (known.level ?? 0) > (need.level ?? 0) ? known : need;
  return { ...most, askedBy: asking.askedBy, lookAt: asking.lookAt };
}
