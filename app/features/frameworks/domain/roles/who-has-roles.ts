import { type EffectiveProfile, effectiveProfile, type Histories } from "./effective-profile.ts";
import { type HasRole, type Matched, rolesMatched } from "./match-people.ts";
import { type Role, versionOn } from "./role.ts";

/** Every role of an organisation, and all versions of the frameworks they stand in. */
export type RoleBook = { roles: ReadonlyMap<string, Role>; histories: Histories };

/** Whether a role is there on a date: begun, and not put away. */
export function standsOn(role: Role, on: string): boolean {
  return versionOn(role, on) !== null && (role.archivedOn === null || role.archivedOn > on);
}

/** What each role that is there on a date needs, by id, in the order of the book. */
export function profilesOn(
  { roles, histories }: RoleBook,
  on: string,
): Map<string, EffectiveProfile> {
  const profiles = new Map<string, EffectiveProfile>();
  for (const role of roles.values()) {
    const profile = standsOn(role, on) ? effectiveProfile(roles, histories, role.id, on) : null;
    if (profile) profiles.set(role.id, profile);
  }
  return profiles;
}

/**
 * Who has which role on a date. Whoever has a role and one that it inherits from has the nearer one alone: it says
 * already what of the other holds for them.
 */
export function rolesHeld(
  profiles: ReadonlyMap<string, EffectiveProfile>,
): (person: Matched) => readonly HasRole[] {
  const matched = rolesMatched(
    [...profiles.values()].map(({ roleId, version: { match, people } }) => ({
      ...{ roleId, match, people },
    })),
  );
  const nearest = (has: readonly HasRole[]) => {
    const above = new Set(has.flatMap(({ roleId }) => profiles.get(roleId)?.above ?? []));
    return has.filter(({ roleId }) => !above.has(roleId));
  };
  // Whoever is alike has one and the same list.
  const known = new Map<readonly HasRole[], readonly HasRole[]>();
  return (person) => {
    const has = matched(person);
    if (has.length < 2) return has;
    const before = known.get(has) ?? nearest(has);
    known.set(has, before);
    return before;
  };
}
