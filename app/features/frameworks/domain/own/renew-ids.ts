import type { Origins } from "./declared-changes.ts";
import type { OwnFramework } from "./own-framework.ts";

/**
 * A draft in which an id stands for the same competency as before, or for none of before: whatever goes on alone keeps the
 * id of where it comes from, and whatever is new, part of a split or merged gets one that was never used, so that nothing
 * that refers to a competency is linked to another in silence. `used` are the ids of all versions so far.
 */
export function renewIds(
  draft: OwnFramework,
  origins: Origins,
  used: ReadonlySet<string>,
  mint: () => string,
): { draft: OwnFramework; origins: Origins } {
  const uses = new Map<string, number>();
  for (const { from } of Object.values(origins))
    for (const source of new Set(from)) uses.set(source, (uses.get(source) ?? 0) + 1);
  const renewed = new Map<string, string>();
  for (const { id } of draft.competencies) {
    const sources = [...new Set(origins[id]?.from ?? [])];
    const [source] = sources;
    const goesOn = source !== undefined && sources.length === 1 && uses.get(source) === 1;
    renewed.set(id, goesOn ? source : used.has(id) ? mint() : id);
  }
  const nameOf = (id: string) => renewed.get(id) ?? id;
  return {
    draft: {
      ...draft,
      competencies: draft.competencies.map((each) => ({ ...each, id: nameOf(each.id) })),
    },
    origins: Object.fromEntries(
      Object.entries(origins).map(([id, origin]) => [nameOf(id), origin]),
    ),
  };
}
