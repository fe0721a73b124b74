import { type Insertable, sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
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
