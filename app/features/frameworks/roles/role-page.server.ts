import type { Actor } from "~/features/identity/index.ts";
import { activePeople, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { LevelledFramework } from "../domain/levelled/levelled-framework.ts";
import { type EffectiveProfile, effectiveProfile } from "../domain/roles/effective-profile.ts";
import { rolesMatched } from "../domain/roles/match-people.ts";
import { type Role, type RoleMatch, versionOn, versionsAfter } from "../domain/roles/role.ts";
import type { RoleZone } from "../domain/roles/role-needs.ts";
import { type ShownNeed, shownNeeds } from "../domain/roles/shown-needs.ts";
import { profilesOn, type RoleBook, rolesHeld } from "../domain/roles/who-has-roles.ts";
import { levelledFrameworkOf } from "../levelled/levelled-reads.server.ts";
import { mayKeepRoleProfiles } from "../policy.ts";
import { roleBook } from "./role-reads.server.ts";

type Named = { id: string; name: string };

export type RolePage = {
  id: string;
  name: string;
  revision: number;
  archivedOn: string | null;
  framework: { name: string; levels: readonly { name: string }[] };
  /** The date it is looked at, and the version that stands then; null before its first day. */
  on: string;
  version: { version: number; validFrom: string; match: RoleMatch } | null;
  /** The next version after that date. */
  next: { version: number; validFrom: string } | null;
  needs: ShownNeed[];
  zone: { zone: RoleZone; from: Named | null } | null;
  hats: LevelledFramework["hats"];
  /** Names of competencies as they were called, of which the framework knows nothing any more. */
  retired: string[];
  parents: Named[];
  heirs: Named[];
  people: { id: string; name: string; jobTitle: string | null; nearer: string[] }[];
  /** Named, and not with the organisation any more. */
  left: string[];
  versions: { version: number; validFrom: string; stands: "before" | "now" | "planned" }[];
};

/**
 * A role as it is on a date: what it needs and from where, beside what it will need next, and who has it. null when
 * there is none, or for everyone but HR.
 */
export async function rolePage(
  tx: Tx,
  actor: Actor,
  id: string,
  { today, on }: { today: string; on: string },
): Promise<RolePage | null> {
  if (!mayKeepRoleProfiles(actor) || !isId(id)) return null;
  const book = await roleBook(tx, actor);
  const role = book.roles.get(id);
  const framework = role && (await levelledFrameworkOf(tx, actor, role.framework));
  if (!role || !framework) return null;
  const [next = null] = versionsAfter(role, on);
  const profile = effectiveProfile(book.roles, book.histories, id, on);
  const then = next && effectiveProfile(book.roles, book.histories, id, next.validFrom);
  const named = (roleId: string): Named => ({
    id: roleId,
    name: book.roles.get(roleId)?.name ?? "",
  });
  const { id: _, versions: __, framework: ___, ...about } = role;
  return {
    ...{ id, ...about, on, hats: framework.hats },
    framework: { name: framework.name, levels: framework.levels },
    version: profile && versionShown(profile),
    next: next && { version: next.version, validFrom: next.validFrom },
    needs: shownNeeds(framework, profile, then, (roleId) => named(roleId).name),
    zone: profile?.zone
      ? {
          zone: profile.zone.zone,
          from: profile.zone.from === id ? null : named(profile.zone.from),
        }
      : null,
    retired: await namesOfRetired(tx, actor, role.framework, book, profile),
    parents: (profile?.above ?? []).map(named),
    heirs: heirsOf(book, id, on).map(named),
    ...(await peopleOf(tx, actor, book, role, on)),
    versions: versionsShown(role, today),
  };
}

function versionShown({ version: { version, validFrom, match } }: EffectiveProfile) {
  return { version, validFrom, match };
}

function versionsShown(role: Role, today: string): RolePage["versions"] {
  const now = versionOn(role, today);
  return role.versions
    .map(({ version, validFrom }) => ({
      ...{ version, validFrom },
      stands:
        version === now?.version
          ? ("now" as const)
          : validFrom > today
            ? ("planned" as const)
            : ("before" as const),
    }))
    .reverse();
}

function heirsOf({ roles }: RoleBook, id: string, on: string): string[] {
  return [...roles.values()]
    .filter((role) => role.archivedOn === null && versionOn(role, on)?.parentId === id)
    .map((role) => role.id);
}

/** Names from the newest version that still knew them, so that nothing is an id on a page. */
async function namesOfRetired(
  tx: Tx,
  actor: Actor,
  framework: string,
  { histories }: RoleBook,
  profile: EffectiveProfile | null,
): Promise<string[]> {
  const wanted = new Set((profile?.retired ?? []).map(({ competency }) => competency));
  const names = new Map<string, string>();
  for (const { version } of (histories.get(framework) ?? []).toReversed()) {
    if (names.size === wanted.size) break;
    const then = await levelledFrameworkOf(tx, actor, framework, version);
    for (const { id, name } of then?.competencies ?? [])
      if (wanted.has(id) && !names.has(id)) names.set(id, name);
  }
  return [...wanted].map((id) => names.get(id) ?? id);
}

async function peopleOf(
  tx: Tx,
  actor: Actor,
  book: RoleBook,
  role: Role,
  on: string,
): Promise<Pick<RolePage, "people" | "left">> {
  const version = versionOn(role, on);
  if (!version) return { people: [], left: [] };
  const matches = rolesMatched([{ roleId: role.id, match: version.match, people: version.people }]);
  const held = rolesHeld(profilesOn(book, on));
  const people = (await activePeople(tx, actor))
    .filter((person) => matches(person).length > 0)
    .map((person) => {
      const has = held(person).map(({ roleId }) => roleId);
      const nearer = has.includes(role.id) || role.archivedOn !== null ? [] : has;
      return {
        ...{ id: person.id, name: person.name, jobTitle: person.jobTitle },
        nearer: nearer.flatMap((id) => book.roles.get(id)?.name ?? []),
      };
    });
  const named = await peopleByIds(tx, actor, version.people);
  return {
    people,
    left: named.flatMap(({ name, status }) => (status === "active" ? [] : [name])),
  };
}
