import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Whether a provider gives offices by group at present. */
export async function givesOffices(
  tx: Tx,
  { organisationId }: OrganisationScope,
  providerId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("groupOfficeSource")
    .where("organisationId", "=", organisationId)
    .where("providerId", "=", providerId)
    .select("providerId")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose office a provider gave, by their accounts. */
export async function officesGivenBy(
  tx: Tx,
  { organisationId }: OrganisationScope,
  providerId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("membership")
    .where("organisationId", "=", organisationId)
    .where("officeProvider", "=", providerId)
    .select("accountId")
    .orderBy("id")
    .execute();
  return rows.map(({ accountId }) => accountId);
}
