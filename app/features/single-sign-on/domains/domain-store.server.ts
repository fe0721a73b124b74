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

/**
 * Notes that a domain that was claimed is proven; the operator's word stands above DNS, which need not say it any more.
 * @returns false where it was proven so, or nobody claims it.
 */
export async function noteVerified(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { domain, by, at }: { domain: string; by: "dns" | "operator"; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("signOnDomain")
    .set({ verifiedBy: by, verifiedAt: at, lookedAt: at, missingSince: null })
    .where("organisationId", "=", organisationId)
    .where("domain", "=", domain)
    .where((eb) =>
      by === "dns"
        ? eb("verifiedAt", "is", null)
        : eb.or([eb("verifiedAt", "is", null), eb("verifiedBy", "=", "dns")]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes what looking for the proof of a domain came to. @returns false where DNS does not prove it any more. */
export async function noteLooked(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { domain, at, missingSince }: { domain: string; at: Date; missingSince: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("signOnDomain")
    .set({ lookedAt: at, missingSince })
    .where("organisationId", "=", organisationId)
    .where("domain", "=", domain)
    .where("verifiedBy", "=", "dns")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes that a domain is proven no more. @returns false where it was not. */
export async function noteUnproven(
  tx: Tx,
  { organisationId }: OrganisationScope,
  domain: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("signOnDomain")
    .set({ verifiedBy: null, verifiedAt: null, missingSince: null })
    .where("organisationId", "=", organisationId)
    .where("domain", "=", domain)
    .where("verifiedAt", "is not", null)
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
