import { type Selectable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Message } from "~/platform/db/schema.gen.ts";
import { type LetterWay, letterWay } from "./domain/letter-way.ts";

/** A message that one process may send until its claim runs out. */
export type Claim = Pick<
  Selectable<Message>,
  | ("organisationId" | "id" | "kind" | "mayBeDeclined")
  | ("toName" | "toAddress" | "subject" | "attempts")
> & { html: string; plain: string; way: LetterWay | null; claimId: string; triedSince: Date };

/** It waits, or the claim on it has run out. By the database's clock: the processes' own may differ. */
export const free = sql<boolean>`(state = 'queued' OR (state = 'sending' AND claimed_until < clock_timestamp()))`;

/** What a row has once nobody claims it. */
export const unclaimed = { claimId: null, claimedUntil: null };

/** Which message of which organisation. */
export type MessageKey = OrganisationScope & { messageId: string };

/**
 * A message, locked, when anyone may take it now; nothing when it is taken, being changed, or was sent. Never waits.
 */
export function whenFree(tx: Tx, { organisationId, messageId }: MessageKey) {
  return tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where("id", "=", messageId)
    .where(free)
    .select("id")
    .forUpdate()
    .skipLocked();
}

/**
 * Marks a message as being sent from now on, for so many seconds: one more try of it. Null when it is not free or has
 * no text.
 */
export async function claimMessage(
  tx: Tx,
  key: MessageKey,
  { now, seconds }: { now: Date; seconds: number },
): Promise<Claim | null> {
  const claimId = newId();
  const row = await tx
    .updateTable("message")
    .set((eb) => ({
      state: "sending",
      claimId,
      claimedUntil: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`,
      attempts: eb("attempts", "+", 1),
      triedSince: eb.fn.coalesce("triedSince", eb.val(now)),
    }))
    .where("organisationId", "=", key.organisationId)
    .where("id", "in", whenFree(tx, key))
    .where("html", "is not", null)
    .returning(["organisationId", "id", "kind", "mayBeDeclined", "toName", "toAddress", "subject"])
    .returning(["attempts", "html", "plain", "way", "triedSince"])
    .executeTakeFirst();
  if (!row) return null;
  const { html, plain, triedSince } = row;
  if (html === null || plain === null || !triedSince) throw new Error("a claim without a letter");
  const way = row.way === null ? null : letterWay.parse(row.way);
  return { ...row, html, plain, way, triedSince, claimId };
}

/** When a message that is not free now should be looked at again; null when it will never leave (again). */
export async function freeAgainAt(
  tx: Tx,
  { organisationId, messageId }: MessageKey,
): Promise<Date | null> {
  const row = await tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where("id", "=", messageId)
    .where("state", "in", ["queued", "sending"])
    // Whoever changes it this moment may leave it waiting.
    .select(
      sql<Date>`greatest(claimed_until, clock_timestamp() + interval '30 seconds')`.as("again"),
    )
    .executeTakeFirst();
  return row?.again ?? null;
}
