import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Deletes somebody's charters. */
export async function forgetCharters(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("charter")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}

/** Who signed for the other side is somebody else from now on, or nobody. */
export async function renamePartner(
  tx: Tx,
  { organisationId }: OrganisationScope,
  from: string,
  to: string | null,
): Promise<void> {
  await tx
    .updateTable("charter")
    .set({ partnerId: to })
    .where("organisationId", "=", organisationId)
    .where("partnerId", "=", from)
    .execute();
}
