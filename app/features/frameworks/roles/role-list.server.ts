import type { Actor } from "~/features/identity/index.ts";
import { activePeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { versionOn, versionsAfter } from "../domain/roles/role.ts";
import { profilesOn, rolesHeld } from "../domain/roles/who-has-roles.ts";
import { type FrameworkEntry, levelledFrameworks } from "../levelled/levelled-reads.server.ts";
import { mayKeepRoleProfiles } from "../policy.ts";
import { roleBook } from "./role-reads.server.ts";

export type RoleEntry = {
  id: string;
  name: string;
  framework: string;
  parent: string | null;
  /** Active people who have it; null before its first day. */
  people: number | null;
  /** Competencies that it needs, inherited ones as well. */
  needs: number;
  /** Needs to look at again, as their competencies are not what they were. */
  lookAt: number;
  /** The day on which the next version comes to stand. */
  nextFrom: string | null;
};

export type RoleList = {
  frameworks: FrameworkEntry[];
  roles: RoleEntry[];
  archived: { id: string; name: string; archivedOn: string }[];
  /** Active people without any role, and how many there are. */
  without: number;
  people: number;
};

/** Every role by name, with who has it today; null for everyone but HR. */
export async function roleList(tx: Tx, actor: Actor, today: string): Promise<RoleList | null> {
  if (!mayKeepRoleProfiles(actor)) return null;
  const frameworks = await levelledFrameworks(tx, actor);
  const names = new Map(frameworks.map(({ framework, name }) => [framework, name]));
  const book = await roleBook(tx, actor);
  const profiles = profilesOn(book, today);
  const held = rolesHeld(profiles);
  const counts = new Map<string, number>();
  let without = 0;
  const people = await activePeople(tx, actor);
  for (const person of people) {
    const has = held(person);
    if (has.length === 0) without += 1;
    for (const { roleId } of has) counts.set(roleId, (counts.get(roleId) ?? 0) + 1);
  }
  const all = [...book.roles.values()];
  const entries = all.flatMap((role): RoleEntry[] => {
    if (role.archivedOn !== null) return [];
    const profile = profiles.get(role.id);
    const [next] = versionsAfter(role, today);
    const parentId = (versionOn(role, today) ?? next)?.parentId ?? null;
    return [
      {
        ...{ id: role.id, name: role.name },
        framework: names.get(role.framework) ?? role.framework,
        parent: parentId === null ? null : (book.roles.get(parentId)?.name ?? null),
        people: profile ? (counts.get(role.id) ?? 0) : null,
        needs: profile?.needs.length ?? 0,
        lookAt: profile ? toLookAt(profile) : 0,
        nextFrom: next?.validFrom ?? null,
      },
    ];
  });
  const archived = all.flatMap(({ id, name, archivedOn }) =>
    archivedOn === null ? [] : [{ id, name, archivedOn }],
  );
  return { frameworks, roles: entries, archived, without, people: people.length };
}

function toLookAt({
  needs,
  retired,
}: {
  needs: readonly { lookAt: unknown }[];
  retired: unknown[];
}) {
  return needs.filter(({ lookAt }) => lookAt !== null).length + retired.length;
}
