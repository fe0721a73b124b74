import { type Selectable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { Message } from "~/platform/db/schema.gen.ts";

/** A message that one process may send until its claim runs out. */
export type Claim = Selectable<Message> & { html: string; plain: string; claimId: string };

/** It waits, or the claim on it has run out. By the database's clock: the processes' own may differ. */
export const free = sql<boolean>`(state = 'queued' OR (state = 'sending' AND claimed_until < clock_timestamp()))`;

/** What a row has once nobody claims it. */
export const unclaimed = { claimId: null, claimedUntil: null };

/** A message that anyone may take now, locked for this transaction; null when it is taken, being changed, or was sent. Never waits. */
export async function freeMessage(tx: Tx, id: string): Promise<Selectable<Message> | null> {
  const message = await tx
    .selectFrom("message")
    .where("id", "=", id)
    .where(free)
    .selectAll()
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return message ?? null;
}

/** When a message that is not free now should be looked at again; null when it will never leave (again). */
export async function freeAgainAt(tx: Tx, id: string): Promise<Date | null> {
  const row = await tx
    .selectFrom("message")
    .where("id", "=", id)
    .where("state", "in", ["queued", "sending"])
    // Whoever changes it this moment may leave it waiting.
    .select(
      sql<Date>`greatest(claimed_until, clock_timestamp() + interval '30 seconds')`.as("again"),
    )
    .executeTakeFirst();
  return row?.again ?? null;
}

/** Marks a free message as being sent from now on, for so many seconds; one more try of it. */
export async function claimMessage(
  tx: Tx,
  message: Selectable<Message> & { html: string; plain: string },
  { now, seconds }: { now: Date; seconds: number },
): Promise<Claim> {
  const claimId = newId();
  const changes = {
    state: "sending",
    claimId,
    attempts: message.attempts + 1,
    triedSince: message.triedSince ?? now,
  };
  await tx
    .updateTable("message")
    .set({
      ...changes,
      claimedUntil: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`,
    })
    .where("id", "=", message.id)
    .execute();
  return { ...message, ...changes };
}
