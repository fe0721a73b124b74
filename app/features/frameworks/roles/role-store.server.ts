import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Role, RoleVersion } from "../domain/roles/role.ts";

/** Keeps others from changing this organisation's roles until the transaction ends: they lean on each other. */
export async function lockRoles(tx: Tx, { organisationId }: OrganisationScope): Promise<void> {
  const key = `roles of ${organisationId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertRole(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, name, framework }: Role,
): Promise<void> {
  await tx.insertInto("role").values({ organisationId, id, name, framework }).execute();
}

export async function updateRole(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, name, archivedOn, revision }: Role,
): Promise<void> {
  await tx
    .updateTable("role")
    .set({ name, archivedOn, revision })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function insertRoleVersion(
  tx: Tx,
  scope: OrganisationScope,
  roleId: string,
  version: RoleVersion,
): Promise<void> {
  const { organisationId } = scope;
  await tx
    .insertInto("roleVersion")
    .values({ organisationId, roleId, version: version.version, ...columnsOf(version) })
    .execute();
  await namePeople(tx, scope, roleId, version);
}

/** Changes a version that is still to come after a date. Throws for one whose date has come: it never changes. */
export async function updateRoleVersion(
  tx: Tx,
  scope: OrganisationScope,
  roleId: string,
  version: RoleVersion,
  today: string,
): Promise<void> {
  const { organisationId } = scope;
  await tx
    .updateTable("roleVersion")
    .set(columnsOf(version))
    .where("organisationId", "=", organisationId)
    .where("roleId", "=", roleId)
    .where("version", "=", version.version)
    .where("validFrom", ">", today)
    .returning("version")
    .executeTakeFirstOrThrow();
  await forgetNamed(tx, scope, roleId, version.version);
  await namePeople(tx, scope, roleId, version);
}

/** Takes a version away that is still to come after a date. Throws for one whose date has come. */
export async function deleteRoleVersion(
  tx: Tx,
  scope: OrganisationScope,
  roleId: string,
  version: number,
  today: string,
): Promise<void> {
  await forgetNamed(tx, scope, roleId, version);
  await tx
    .deleteFrom("roleVersion")
    .where("organisationId", "=", scope.organisationId)
    .where("roleId", "=", roleId)
    .where("version", "=", version)
    .where("validFrom", ">", today)
    .returning("version")
    .executeTakeFirstOrThrow();
}

async function namePeople(
  tx: Tx,
  { organisationId }: OrganisationScope,
  roleId: string,
  { version, people }: RoleVersion,
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((personId) => ({ organisationId, roleId, version, personId }));
  await tx.insertInto("rolePerson").values(rows).execute();
}

async function forgetNamed(
  tx: Tx,
  { organisationId }: OrganisationScope,
  roleId: string,
  version: number,
): Promise<void> {
  await tx
    .deleteFrom("rolePerson")
    .where("organisationId", "=", organisationId)
    .where("roleId", "=", roleId)
    .where("version", "=", version)
    .execute();
}

function columnsOf(version: RoleVersion) {
  const { validFrom, frameworkVersion, parentId, needs, dropped, match, zone } = version;
  const definition = JSON.stringify({ needs, dropped, match, zone });
  return { validFrom, frameworkVersion, parentId, definition };
}
