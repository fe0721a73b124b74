import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RoleProfile } from "./domain/role-profile.ts";

type Stored = { frameworkKey: string; updatedAt: Date };

/** @returns false where another profile of the framework has the name. */
export async function insertRoleProfile(
  tx: Tx,
  scope: OrganisationScope,
  profile: RoleProfile & Stored & { id: string },
): Promise<boolean> {
  const { id, frameworkKey, updatedAt } = profile;
  const inserted = await tx
    .insertInto("roleProfile")
    .values({
      organisationId: scope.organisationId,
      id,
      frameworkKey,
      updatedAt,
      ...columnsOf(profile),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** A profile to be changed, locked; null when it is gone. */
export async function lockRoleProfile(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<{ id: string; name: string; frameworkKey: string; revision: number } | null> {
  const row = await tx
    .selectFrom("roleProfile")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .select(["id", "name", "frameworkKey", "revision"])
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function nameIsTaken(
  tx: Tx,
  scope: OrganisationScope,
  { id, frameworkKey, name }: { id: string; frameworkKey: string; name: string },
): Promise<boolean> {
  const other = await tx
    .selectFrom("roleProfile")
    .where("organisationId", "=", scope.organisationId)
    .where("frameworkKey", "=", frameworkKey)
    .where((where) => where(where.fn<string>("lower", ["name"]), "=", name.toLowerCase()))
    .where("id", "<>", id)
    .select("id")
    .executeTakeFirst();
  return other !== undefined;
}

export async function updateRoleProfile(
  tx: Tx,
  scope: OrganisationScope,
  { id, revision, updatedAt, ...profile }: RoleProfile & Stored & { id: string; revision: number },
): Promise<void> {
  await tx
    .updateTable("roleProfile")
    .set({ ...columnsOf(profile), revision, updatedAt })
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function deleteRoleProfile(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("roleProfile")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

function columnsOf({ name, titles, importance, zone }: RoleProfile) {
  return {
    name,
    titles: [...titles],
    importance: JSON.stringify(importance),
    zone: zone && JSON.stringify(zone),
  };
}
