import { type Insertable, sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { AuditRecord, Membership, Organisation } from "~/platform/db/schema.gen.ts";

export async function insertAuditRecord(tx: Tx, record: Insertable<AuditRecord>): Promise<void> {
  await tx.insertInto("auditRecord").values(record).execute();
}

export async function insertOrganisation(
  tx: Tx,
  organisation: Insertable<Organisation>,
): Promise<void> {
  await tx.insertInto("organisation").values(organisation).execute();
}

/** @returns false when the account or the person is a member already; then nothing changes. */
export async function insertMembership(
  tx: Tx,
  membership: Insertable<Membership>,
): Promise<boolean> {
  const result = await tx
    .insertInto("membership")
    .values(membership)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function updateLeaversReadDays(
  tx: Tx,
  scope: OrganisationScope,
  leaversReadDays: number,
): Promise<void> {
  await tx
    .updateTable("organisation")
    .set({ leaversReadDays })
    .where("organisationId", "=", scope.organisationId)
    .execute();
}

/** Ends every session of these people's accounts, on whatever device. */
export async function endSessionsOf(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await sql`
    DELETE FROM auth."session" WHERE "userId" IN (
      SELECT account_id FROM membership
       WHERE organisation_id = ${scope.organisationId}::uuid AND person_id = ANY(${personIds}::uuid[]))
  `.execute(tx);
}

const SET_UP_LOCK = 7_201_185;

/** Lets one set-up at a time through, on the whole server. */
export function aloneInSetUp<Result>(
  { database }: { database: Database },
  work: () => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${SET_UP_LOCK})`.execute(tx);
    return work();
  });
}
