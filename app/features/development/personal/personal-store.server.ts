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

const OWN = [
  ...(["plan", "practice", "delegation", "charter"] as const),
  ...(["timeWeek", "timeKind"] as const),
] as const;

/** Whether somebody has begun anything of their own: a plan, say, a register of decisions, or a clear-out. */
export async function keepsOwn(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<boolean> {
  for (const table of OWN) {
    const kept = await tx
      .selectFrom(table)
      .where("organisationId", "=", organisationId)
      .where("personId", "=", personId)
      .select("personId")
      .limit(1)
      .executeTakeFirst();
    if (kept) return true;
  }
  const led = await tx
    .selectFrom("clearOut")
    .where("organisationId", "=", organisationId)
    .where("leaderId", "=", personId)
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return led !== undefined;
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
