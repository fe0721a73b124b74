import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Said } from "../domain/settle-user.ts";
import { saidKept } from "./user-reads.server.ts";

/** What is kept of somebody beside their record, because a provider keeps them. */
export type Link = {
  personId: string;
  userName: string;
  externalId: string | null;
  said: Said;
  /** A manager who is not there yet. */
  awaitedManager: string | null;
};

/** Begins keeping somebody for a provider. */
export async function insertLink(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { said, ...link }: Link,
  at: Date,
): Promise<void> {
  await tx
    .insertInto("provisionedPerson")
    .values({
      ...{ organisationId, ...link, said: JSON.stringify(said) },
      ...{ createdAt: at, updatedAt: at },
    })
    .execute();
}

/** Replaces what is kept beside a record; their version is another one afterwards. */
export async function updateLink(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { personId, said, ...link }: Link,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("provisionedPerson")
    .set((eb) => ({
      ...{ ...link, said: JSON.stringify(said), updatedAt: at },
      version: eb("version", "+", 1),
    }))
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}

/** What is kept of somebody for a provider; null where none keeps them. */
export async function linkOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<Link | null> {
  const row = await tx
    .selectFrom("provisionedPerson")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["personId", "userName", "externalId", "said", "awaitedManager"])
    .executeTakeFirst();
  return row ? { ...row, said: saidKept.parse(row.said) } : null;
}

/** No provider keeps them any more, and they are in no group of one. */
export async function deleteLink(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("provisionedPerson")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}

/** Which of these names somebody else has already. */
export async function holdersOfNames(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { userName, externalId }: { userName: string; externalId: string | null },
  except: string | null,
): Promise<{ userName: boolean; externalId: boolean }> {
  const rows = await tx
    .selectFrom("provisionedPerson")
    .where("organisationId", "=", organisationId)
    .where((eb) =>
      eb.or([
        eb("userNameKey", "=", sql<string>`lower(${userName})`),
        ...(externalId === null ? [] : [eb("externalId", "=", externalId)]),
      ]),
    )
    .$if(except !== null, (query) => query.where("personId", "!=", except as string))
    .select(["externalId", sql<boolean>`user_name_key = lower(${userName})`.as("hasName")])
    .execute();
  return {
    userName: rows.some(({ hasName }) => hasName),
    externalId: externalId !== null && rows.some((row) => row.externalId === externalId),
  };
}

/** Whom a provider calls by a text, of those it keeps: its own id for them, or their user name; null for nobody. */
export async function personCalled(
  tx: Tx,
  { organisationId }: OrganisationScope,
  text: string,
): Promise<string | null> {
  const own = tx
    .selectFrom("provisionedPerson")
    .where("organisationId", "=", organisationId)
    .select("personId");
  const row =
    (await own.where("externalId", "=", text).executeTakeFirst()) ??
    (await own.where("userNameKey", "=", sql<string>`lower(${text})`).executeTakeFirst());
  return row?.personId ?? null;
}

/** Who waits for a manager by one of these names. */
export async function awaiting(
  tx: Tx,
  { organisationId }: OrganisationScope,
  names: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom("provisionedPerson")
    .where("organisationId", "=", organisationId)
    .where(
      sql<boolean>`awaited_key = ANY(ARRAY(SELECT lower(name) FROM unnest(${names}::text[]) name))`,
    )
    .select("personId")
    .orderBy("personId")
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Their managers are there now. */
export async function endWaiting(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx
    .updateTable("provisionedPerson")
    .set((eb) => ({ awaitedManager: null, updatedAt: at, version: eb("version", "+", 1) }))
    .where("organisationId", "=", organisationId)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .execute();
}
