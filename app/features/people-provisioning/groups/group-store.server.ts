import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type Names = { displayName: string; externalId: string | null };

export async function insertGroup(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  names: Names,
  at: Date,
): Promise<void> {
  await tx
    .insertInto("provisionedGroup")
    .values({ organisationId, id, ...names, createdAt: at, updatedAt: at })
    .execute();
}

/** Gives a group other names, or the same; its version is another one afterwards. */
export async function updateGroup(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  names: Names,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("provisionedGroup")
    .set((eb) => ({ ...names, updatedAt: at, version: eb("version", "+", 1) }))
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function deleteGroup(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("provisionedGroup")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** Which names another group has already. */
export async function holdersOfGroupNames(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { displayName, externalId }: Names,
  except: string | null,
): Promise<{ displayName: boolean; externalId: boolean }> {
  const others = tx
    .selectFrom("provisionedGroup")
    .where("organisationId", "=", organisationId)
    .select("id")
    .$if(except !== null, (query) => query.where("id", "!=", except as string));
  const ofName = await others
    .where("displayNameKey", "=", sql<string>`lower(${displayName})`)
    .executeTakeFirst();
  const ofId =
    externalId === null
      ? undefined
      : await others.where("externalId", "=", externalId).executeTakeFirst();
  return { displayName: ofName !== undefined, externalId: ofId !== undefined };
}

/** Those of these ids that are of people whom a provider keeps. */
export async function keptAmong(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("provisionedPerson")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", sql<string>`ANY(${ids}::uuid[])`)
    .select("personId")
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}

/** Adds people who are not in it yet. @returns how many. */
export async function addMembers(
  tx: Tx,
  { organisationId }: OrganisationScope,
  groupId: string,
  ids: readonly string[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO provisioned_member (organisation_id, group_id, person_id)
    SELECT ${organisationId}::uuid, ${groupId}::uuid, id FROM unnest(${ids}::uuid[]) AS id
    ON CONFLICT DO NOTHING
  `.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Takes people out of it, or everybody but them. @returns how many. */
export async function removeMembers(
  tx: Tx,
  { organisationId }: OrganisationScope,
  groupId: string,
  which: { ids: readonly string[] } | { allBut: readonly string[] },
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("provisionedMember")
    .where("organisationId", "=", organisationId)
    .where("groupId", "=", groupId)
    .where(
      "ids" in which
        ? sql<boolean>`person_id = ANY(${which.ids}::uuid[])`
        : sql<boolean>`person_id <> ALL(${which.allBut}::uuid[])`,
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
