import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { unclaimed } from "./claim-store.server.ts";
import { NO_SERVER } from "./outcome-store.server.ts";

/** Their jobs are gone: they waited for a mail server that was not set. */
const waitsForServer = sql<boolean>`state = 'queued' AND last_error = ${NO_SERVER}`;

/** Lets letters that waited for a mail server be due now, `most` at a time. @returns their ids: each needs a job. */
export function wakeWaiting(tx: Tx, now: Date, most: number): Promise<string[]> {
  return makeDue(tx, waitsForServer, now, most);
}

/**
 * Makes letters due again whose turn was before a moment, or whose claim ran out long ago, and nobody came: their job was lost.
 * @returns the ids of `most` of them: each needs a job.
 */
export function wakeForgotten(
  tx: Tx,
  { before, now }: { before: Date; now: Date },
  most: number,
): Promise<string[]> {
  const forgotten = sql<boolean>`(
    (state = 'queued' AND last_error IS DISTINCT FROM ${NO_SERVER} AND coalesce(next_try_at, created_at) < ${before})
    OR (state = 'sending' AND claimed_until < clock_timestamp() - interval '1 hour')
  )`;
  return makeDue(tx, forgotten, now, most);
}

/** Letters that waited for a mail server are to be read in the outbox. */
export async function showWaiting(tx: Tx): Promise<void> {
  await tx
    .updateTable("message")
    .set({ state: "kept", lastError: null })
    .where(waitsForServer)
    .execute();
}

async function makeDue(
  tx: Tx,
  those: ReturnType<typeof sql<boolean>>,
  now: Date,
  most: number,
): Promise<string[]> {
  const found = tx
    .selectFrom("message")
    .where(those)
    .select("id")
    .orderBy("id")
    .limit(most)
    .forUpdate()
    .skipLocked();
  const rows = await tx
    .updateTable("message")
    .set({ state: "queued", nextTryAt: now, lastError: null, ...unclaimed })
    .where("id", "in", found)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
