import type { Actor } from "~/features/identity/index.ts";
import { exactly } from "~/features/people/domain/index.ts";
import { nameablePeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { LevelledFramework } from "../domain/levelled/levelled-framework.ts";
import { readyRolesIn } from "../domain/roles/ready-made.ts";
import { type Role, type RoleVersion, versionOn, versionsAfter } from "../domain/roles/role.ts";
import { type RoleToWrite, toRoleTable } from "../domain/roles/write-table.ts";
import { levelledFrameworkOf } from "../levelled/levelled-reads.server.ts";
import { mayKeepRoleProfiles } from "../policy.ts";
import { readyMade } from "./ready-made.server.ts";
import { allRoles } from "./role-reads.server.ts";

/**
 * Every role that is in use as rows of a table, or one: the version that stands today and those to come. null for
 * everyone but HR, and for a role that there is not.
 */
export async function rolesAsTable(
  tx: Tx,
  actor: Actor,
  { today, only }: { today: string; only: string | null },
): Promise<string[][] | null> {
  if (!mayKeepRoleProfiles(actor)) return null;
  const roles = await allRoles(tx, actor);
  const wanted = [...roles.values()].filter((role) =>
    only === null ? role.archivedOn === null : role.id === only,
  );
  if (only !== null && wanted.length === 0) return null;
  const versions = wanted.flatMap((role) =>
    versionsOf(role, today).map((version) => ({ role, version })),
  );
  const ids = versions.flatMap(({ version }) => version.people);
  const people = await nameablePeople(tx, actor, ids);
  const frameworks = new Map<string, LevelledFramework | null>();
  const written: RoleToWrite[] = [];
  for (const { role, version } of versions) {
    const key = `${role.framework} ${version.frameworkVersion}`;
    const known = frameworks.has(key)
      ? (frameworks.get(key) ?? null)
      : await levelledFrameworkOf(tx, actor, role.framework, version.frameworkVersion);
    frameworks.set(key, known);
    written.push({
      ...{ name: role.name, version, framework: known },
      parent: version.parentId === null ? null : (roles.get(version.parentId)?.name ?? null),
      people: version.people.flatMap((id) => people.get(id) ?? []).map(exactly),
    });
  }
  return toRoleTable(written);
}

function versionsOf(role: Role, today: string): RoleVersion[] {
  const now = versionOn(role, today);
  return [...(now ? [now] : []), ...versionsAfter(role, today)];
}

/** The profiles ready to copy as rows of a table, to be changed and taken in; null for everyone but HR. */
export async function readyAsTable(
  tx: Tx,
  actor: Actor,
  today: string,
): Promise<string[][] | null> {
  if (!mayKeepRoleProfiles(actor)) return null;
  const ready = readyMade();
  const framework = await levelledFrameworkOf(tx, actor, ready.framework, ready.version);
  const match = { join: "all" as const, levels: [], departments: [] };
  const rest = { version: 1, validFrom: today, frameworkVersion: ready.version, parentId: null };
  return toRoleTable(
    readyRolesIn(ready, readerLanguage()).map(({ name, titles, needs, zone }) => ({
      ...{ name, framework, parent: null, people: [] },
      version: {
        ...{ ...rest, needs, zone, dropped: [], people: [] },
        match: { ...match, titles: [...titles] },
      },
    })),
  );
}
