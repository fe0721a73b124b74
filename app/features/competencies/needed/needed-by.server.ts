import {
  type PersonRoles,
  rolesOfAnybody,
  type WhoHasRoles,
} from "~/features/frameworks/index.server.ts";
import type { LevelledFramework } from "~/features/frameworks/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Needed, type NeededBy, neededFrom, type RoleNeeds } from "../domain/tables/needed.ts";

/** How much more counts what a role can't do without. A convention of ours. */
const WEIGHTS = { essential: 2, useful: 1 } as const;

/**
 * What people's work needs of the competencies of a framework: what their roles say of it on a day, and where these say
 * nothing the level that the reader chose, each counting as much; 0 is none. For people whom an actor may read alone.
 */
export async function neededBy(
  tx: Tx,
  scope: OrganisationScope,
  {
    framework,
    people,
    on,
  }: { framework: LevelledFramework; people: readonly WhoHasRoles[]; on: string },
): Promise<(chosen: number) => NeededBy> {
  const roles = await rolesOfAnybody(tx, scope, { on, people });
  const known = new Map<PersonRoles["needs"], RoleNeeds>();
  const byPerson = new Map(
    roles.map(({ personId, needs }) => {
      // Who has the same roles has the same needs.
      const own = known.get(needs) ?? levelsIn(framework.framework, needs);
      known.set(needs, own);
      return [personId, own];
    }),
  );
  return (chosen) => {
    const level = Math.min(chosen, framework.levels.length);
    return neededFrom(byPerson, level >= 1 ? { level, weight: 1 } : null);
  };
}

function levelsIn(framework: string, needs: PersonRoles["needs"]): RoleNeeds {
  return new Map(
    needs.flatMap((need): [string, Needed][] =>
      need.framework === framework && need.level !== null
        ? [[need.competency, { level: need.level, weight: WEIGHTS[need.weight] }]]
        : [],
    ),
  );
}
