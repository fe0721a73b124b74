import type { Insertable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Closure } from "~/platform/db/schema.gen.ts";
import type { RoundKey } from "../store/round-store.server.ts";

export type NewClosure = Insertable<Closure>;

export async function insertClosure(tx: Tx, closure: NewClosure): Promise<void> {
  await tx.insertInto("closure").values(closure).execute();
}

/** Whoever counts the minutes to scoring may be this much ahead of the clock here. */
const CLOCKS_DIFFER_MS = 10_000;

/**
 * Starts scoring, from when there is no way back. False while there still is one, or when there is nothing to score.
 */
export async function beginScoring(tx: Tx, round: RoundKey, now: Date): Promise<boolean> {
  const due = new Date(now.getTime() + CLOCKS_DIFFER_MS);
  const result = await tx
    .updateTable("closure")
    .set({ state: "scoring" })
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where((eb) =>
      eb.or([
        eb("state", "=", "scoring"),
        eb.and([eb("state", "=", "waiting"), eb("scoresAt", "<=", due)]),
      ]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function setScored(tx: Tx, round: RoundKey, scored: number): Promise<void> {
  await tx
    .updateTable("closure")
    .set({ scored })
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .execute();
}

export async function finishClosure(tx: Tx, round: RoundKey, finishedAt: Date): Promise<void> {
  await tx
    .updateTable("closure")
    .set({ state: "done", finishedAt })
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .execute();
}

/** Takes a closing back, as long as it only waits. False when it is past that, or there is none. */
export async function deleteWaitingClosure(tx: Tx, round: RoundKey): Promise<boolean> {
  const result = await tx
    .deleteFrom("closure")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends the waiting of a closing. False when it is past that, or there is none. */
export async function endWaiting(tx: Tx, round: RoundKey, scoresAt: Date): Promise<boolean> {
  const result = await tx
    .updateTable("closure")
    .set({ scoresAt })
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
