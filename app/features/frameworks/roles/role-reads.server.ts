import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { inOrder, type Role, type RoleVersion, roleDefinition } from "../domain/roles/role.ts";
import type { RoleBook } from "../domain/roles/who-has-roles.ts";
import { levelHistory } from "../levelled/levelled-reads.server.ts";

/** Every role, those put away as well, by name; for whoever decides on them. */
export async function allRoles(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<Map<string, Role>> {
  const roles = await tx
    .selectFrom("role")
    .where("organisationId", "=", organisationId)
    .select(["id", "name", "framework", "archivedOn", "revision"])
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .execute();
  const versions = Map.groupBy(await allVersions(tx, organisationId), ({ roleId }) => roleId);
  return new Map(
    roles.map((role) => [
      role.id,
      { ...role, versions: inOrder((versions.get(role.id) ?? []).map(({ version }) => version)) },
    ]),
  );
}

async function allVersions(
  tx: Tx,
  organisationId: string,
): Promise<{ roleId: string; version: RoleVersion }[]> {
  const named = await tx
    .selectFrom("rolePerson")
    .where("organisationId", "=", organisationId)
    .select(["roleId", "version", "personId"])
    .orderBy("personId")
    .execute();
  const people = Map.groupBy(named, ({ roleId, version }) => `${roleId} ${version}`);
  const rows = await tx
    .selectFrom("roleVersion")
    .where("organisationId", "=", organisationId)
    .select(["roleId", "version", "validFrom", "frameworkVersion", "parentId", "definition"])
    .execute();
  return rows.map(({ roleId, definition, ...row }) => ({
    roleId,
    version: {
      ...row,
      ...roleDefinition.parse(definition),
      people: (people.get(`${roleId} ${row.version}`) ?? []).map(({ personId }) => personId),
    },
  }));
}

/** Every role with what became of the frameworks they stand in. */
export async function roleBook(tx: Tx, scope: OrganisationScope): Promise<RoleBook> {
  const roles = await allRoles(tx, scope);
  const frameworks = new Set([...roles.values()].map(({ framework }) => framework));
  const histories = new Map<string, Awaited<ReturnType<typeof levelHistory>>>();
  for (const framework of frameworks)
    histories.set(framework, await levelHistory(tx, scope, framework));
  return { roles, histories };
}
