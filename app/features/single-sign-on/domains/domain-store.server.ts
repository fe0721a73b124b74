import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** False when it was claimed before. */
export async function insertDomain(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { domain, at }: { domain: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto("signOnDomain")
    .values({ organisationId, domain, claimedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** Notes that a domain that was claimed is proven. @returns false where it was, or nobody claims it. */
export async function noteVerified(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { domain, by, at }: { domain: string; by: "dns" | "operator"; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("signOnDomain")
    .set({ verifiedBy: by, verifiedAt: at })
    .where("organisationId", "=", organisationId)
    .where("domain", "=", domain)
    .where("verifiedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when nobody claims it. */
export async function deleteDomain(
  tx: Tx,
  { organisationId }: OrganisationScope,
  domain: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("signOnDomain")
    .where("organisationId", "=", organisationId)
    .where("domain", "=", domain)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
