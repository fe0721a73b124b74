import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** The plans of somebody, the first first. */
export function plansOf(tx: Tx, { organisationId }: OrganisationScope, personId: string) {
  return tx
    .selectFrom("plan")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["id", "begunOn", "endedOn"])
    .orderBy("id")
    .execute();
}

/** What somebody said to plans, theirs and those of others. */
export function commentsBy(tx: Tx, { organisationId }: OrganisationScope, personId: string) {
  return tx
    .selectFrom("planComment")
    .where("organisationId", "=", organisationId)
    .where("authorId", "=", personId)
    .select(["words", "saidAt"])
    .orderBy("id")
    .execute();
}

/** How many actions of others somebody sees to. */
export async function countOwned(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom("planAction")
    .where("organisationId", "=", organisationId)
    .where("ownerId", "=", personId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whatever names one record of a person names another from now on, or nobody. */
export async function renameAuthor(
  tx: Tx,
  { organisationId }: OrganisationScope,
  from: string,
  to: string | null,
): Promise<void> {
  for (const table of ["planComment", "planEvent"] as const)
    await tx
      .updateTable(table)
      .set({ authorId: to })
      .where("organisationId", "=", organisationId)
      .where("authorId", "=", from)
      .execute();
  await tx
    .updateTable("planAction")
    .set({ ownerId: to })
    .where("organisationId", "=", organisationId)
    .where("ownerId", "=", from)
    .execute();
}

/** Gives the plans of one record to another; an open one is over where the other has one that is open. */
export async function givePlans(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
  today: string,
): Promise<void> {
  const open = await tx
    .selectFrom("plan")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", stays)
    .where("endedOn", "is", null)
    .select("id")
    .executeTakeFirst();
  if (open)
    await tx
      .updateTable("plan")
      .set({ endedOn: sql<string>`greatest(${today}::date, begun_on)` })
      .where("organisationId", "=", organisationId)
      .where("personId", "=", goes)
      .where("endedOn", "is", null)
      .execute();
  await tx
    .updateTable("plan")
    .set({ personId: stays })
    .where("organisationId", "=", organisationId)
    .where("personId", "=", goes)
    .execute();
}

/** Deletes plans, with all that is in them. @returns how many there were. */
export async function deletePlans(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("plan")
    .where("organisationId", "=", organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
