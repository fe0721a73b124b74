import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export async function countDelegations(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom("delegation")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Gives the register of one record to another. */
export async function giveDelegations(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
): Promise<void> {
  await tx
    .updateTable("delegation")
    .set({ personId: stays })
    .where("organisationId", "=", organisationId)
    .where("personId", "=", goes)
    .execute();
}

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
