import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type OwnerInvitation = { id: string; until: Date };

/** Keeps the link for a first owner; an earlier one is good no more. */
export async function putOwnerInvitation(
  tx: Tx,
  { organisationId }: OrganisationScope,
  invitation: OwnerInvitation,
): Promise<void> {
  await tx
    .insertInto("ownerInvitation")
    .values({ organisationId, ...invitation })
    .onConflict((conflict) => conflict.column("organisationId").doUpdateSet(invitation))
    .execute();
}

/** Whether the link of this id may be used still. */
export async function isOwnerInvitation(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const row = await tx
    .selectFrom("ownerInvitation")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .where("until", ">", now)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses a link up; false when it is good no more. Of two at once the second waits, and finds it gone. */
export async function takeOwnerInvitation(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("ownerInvitation")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .where("until", ">", now)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
