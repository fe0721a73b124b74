import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Deletes somebody's register, with all that became of what is in it. */
export async function forgetDelegations(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("delegation")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}
