import type { Tx } from "~/platform/db/database.server.ts";

type CycleKey = { organisationId: string; id: string };

/** Takes a closing back, as long as it only waits. False when it is past that, or there is none. */
export async function deleteWaitingClosure(tx: Tx, cycle: CycleKey): Promise<boolean> {
  const result = await tx
    .deleteFrom("closure")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends the waiting of a closing. False when it is past that, or there is none. */
export async function endWaiting(tx: Tx, cycle: CycleKey, scoresAt: Date): Promise<boolean> {
  const result = await tx
    .updateTable("closure")
    .set({ scoresAt })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
