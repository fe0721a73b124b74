import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { EffectiveProfile } from "../domain/roles/effective-profile.ts";
import { closestRole, type Matched } from "../domain/roles/match-people.ts";
import type { RoleNeeds } from "../domain/roles/role-needs.ts";
import { profilesOn, rolesHeld } from "../domain/roles/who-has-roles.ts";
import { levelledFrameworkOf } from "../levelled/levelled-reads.server.ts";
import { roleBook } from "./role-reads.server.ts";

/**
 * What the role of each person needs of their hats on a date, by a framework; null for whoever has none there. Of
 * several roles the closest counts (`closestRole`), and of its needs those of a hat: there is no too much or too little
 * of a competency above them.
 */
export async function rolesAtLaunch(
  tx: Tx,
  scope: OrganisationScope,
  { framework, on }: { framework: string; on: string },
): Promise<(person: Matched) => RoleNeeds | null> {
  const { roles, histories } = await roleBook(tx, scope);
  const all = profilesOn({ roles, histories }, on);
  const profiles = new Map([...all].filter(([id]) => roles.get(id)?.framework === framework));
  const held = rolesHeld(profiles);
  const competencies = (await levelledFrameworkOf(tx, scope, framework))?.competencies ?? [];
  const ofHat = new Set(competencies.flatMap(({ id, hat }) => (hat === null ? [] : [id])));
  return (person) => {
    const closest = closestRole(held(person));
    const profile = closest && profiles.get(closest.roleId);
    const role = profile && roles.get(profile.roleId);
    return role ? { name: role.name, ...weighed(profile, ofHat) } : null;
  };
}

function weighed(
  { needs, zone }: EffectiveProfile,
  ofHat: ReadonlySet<string>,
): Omit<RoleNeeds, "name"> {
  const importance: RoleNeeds["importance"] = {};
  for (const need of needs)
    if (need.importance !== "ordinary" && ofHat.has(need.competency))
      importance[need.competency] = need.importance;
  return { importance, zone: zone?.zone ?? null };
}
