import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Lets nobody in from now on. @returns false when that was so before; then nothing changes. */
export async function beginSuspension(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { why, at }: { why: string; at: Date },
): Promise<boolean> {
  if (!(await setState(tx, { organisationId }, "suspended"))) return false;
  await tx
    .insertInto("suspension")
    .values({ organisationId, id: newId(), since: at, why })
    .execute();
  return true;
}

/** Lets everybody in again. @returns since when nobody was; null when they were in already. */
export async function endSuspension(
  tx: Tx,
  { organisationId }: OrganisationScope,
  at: Date,
): Promise<Date | null> {
  if (!(await setState(tx, { organisationId }, "active"))) return null;
  const row = await tx
    .updateTable("suspension")
    .set({ until: at })
    .where("organisationId", "=", organisationId)
    .where("until", "is", null)
    .returning("since")
    .executeTakeFirstOrThrow();
  return row.since;
}

/** Of two at once the second waits, and finds it done. */
async function setState(
  tx: Tx,
  { organisationId }: OrganisationScope,
  state: "active" | "suspended",
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("organisation")
    .set({ state })
    .where("organisationId", "=", organisationId)
    .where("state", "<>", state)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
