import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Says whether a provider gives offices by group from now on: while it is on. */
export async function letGiveOffices(
  tx: Tx,
  { organisationId }: OrganisationScope,
  providerId: string,
  gives: boolean,
): Promise<void> {
  if (gives)
    await tx
      .insertInto("groupOfficeSource")
      .values({ organisationId, providerId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await tx
      .deleteFrom("groupOfficeSource")
      .where("organisationId", "=", organisationId)
      .where("providerId", "=", providerId)
      .execute();
}
