import type { Insertable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
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

export async function insertMembership(tx: Tx, membership: Insertable<Membership>): Promise<void> {
  await tx.insertInto("membership").values(membership).execute();
}
