import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { unclaimed } from "./claim-store.server.ts";
import { CLAIM_FORGOTTEN_AFTER_MS } from "./domain/forgotten.ts";
import { NO_SERVER } from "./outcome-store.server.ts";

const CLAIM_FORGOTTEN = sql`make_interval(secs => ${CLAIM_FORGOTTEN_AFTER_MS / 1_000})`;

/** Their jobs are gone: they waited for a mail server that was not set. */
const waitsForServer = sql<boolean>`state = 'queued' AND last_error IS NOT DISTINCT FROM ${NO_SERVER}`;

/** Lets letters that waited for a mail server be due now, `most` at a time. @returns their ids: each needs a job. */
export function wakeWaiting(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
  most: number,
): Promise<string[]> {
  return makeDue(tx, scope, waitsForServer, now, most);
}

/**
 * Makes letters due again whose turn was before a moment, or whose claim ran out long ago, and nobody came: their job
 * was lost.
 * @returns the ids of `most` of them: each needs a job.
 */
export function wakeForgotten(
  tx: Tx,
  scope: OrganisationScope,
  { before, now }: { before: Date; now: Date },
  most: number,
): Promise<string[]> {
  const forgotten = sql<boolean>`(
    (state = 'queued' AND last_error IS DISTINCT FROM ${NO_SERVER} AND coalesce(next_try_at, created_at) < ${before})
    OR (state = 'sending' AND claimed_until < clock_timestamp() - ${CLAIM_FORGOTTEN})
  )`;
  return makeDue(tx, scope, forgotten, now, most);
}

/**
 * When the first letter that is still to leave will count as forgotten; null when none is. Those without a mail server
 * don't count.
 */
export async function nextForgotten(
  tx: Tx,
  scope: OrganisationScope,
  afterMs: number,
): Promise<Date | null> {
  const row = await tx
    .selectFrom("message")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "in", ["queued", "sending"])
    .where(sql<boolean>`NOT (${waitsForServer})`)
    .select(
      sql<Date | null>`min(CASE WHEN state = 'sending' THEN claimed_until + ${CLAIM_FORGOTTEN}
        ELSE coalesce(next_try_at, created_at) + make_interval(secs => ${afterMs / 1_000}) END)`.as(
        "at",
      ),
    )
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Letters that waited for a mail server are to be read in the outbox. */
export async function showWaiting(tx: Tx, scope: OrganisationScope): Promise<void> {
  await tx
    .updateTable("message")
    .set({ state: "kept", lastError: null })
    .where("organisationId", "=", scope.organisationId)
    .where(waitsForServer)
    .execute();
}

async function makeDue(
  tx: Tx,
  { organisationId }: OrganisationScope,
  those: ReturnType<typeof sql<boolean>>,
  now: Date,
  most: number,
): Promise<string[]> {
  const found = tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where(those)
    .select("id")
    .orderBy("id")
    .limit(most)
    .forUpdate()
    .skipLocked();
  const rows = await tx
    .updateTable("message")
    .set({ state: "queued", nextTryAt: now, lastError: null, ...unclaimed })
    .where("organisationId", "=", organisationId)
    .where("id", "in", found)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
