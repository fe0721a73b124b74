import type { Insertable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { ReportGrant } from "~/platform/db/schema.gen.ts";

/** Grants access; an earlier grant to the same person ends with it, so that there is one answer to what they see. */
export async function insertGrant(
  tx: Tx,
  grant: Insertable<ReportGrant> & { grantedAt: Date },
): Promise<void> {
  await tx
    .updateTable("reportGrant")
    .set({ revokedAt: grant.grantedAt })
    .where("organisationId", "=", grant.organisationId)
    .where("reportId", "=", grant.reportId)
    .where("personId", "=", grant.personId)
    .where("revokedAt", "is", null)
    .execute();
  await tx.insertInto("reportGrant").values(grant).execute();
}

/** Ends a grant of this report now. @returns false when there was none to end. */
export async function endGrant(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { reportId, grantId, revokedAt }: { reportId: string; grantId: string; revokedAt: Date },
): Promise<boolean> {
  if (!isId(grantId)) return false;
  const result = await tx
    .updateTable("reportGrant")
    .set({ revokedAt })
    .where("organisationId", "=", organisationId)
    .where("reportId", "=", reportId)
    .where("id", "=", grantId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
