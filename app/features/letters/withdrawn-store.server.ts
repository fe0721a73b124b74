import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { free } from "./claim-store.server.ts";
import { tooLate } from "./outcome-store.server.ts";

/** Which messages of a kind: those that speak of one subject, or of anything but some. */
export type Spoken = { about: string } | { unlessAbout: readonly string[] };

/** Takes back what waits of a kind. What is being sent this moment may still arrive; if it does not, it is not tried again. */
export async function withdrawMessages(tx: Tx, kind: string, spoken: Spoken): Promise<void> {
  const subjects = sql`array_append(also_about, about_id)`;
  const meant =
    "about" in spoken
      ? sql<boolean>`${spoken.about}::uuid = ANY(${subjects})`
      : sql<boolean>`NOT ${subjects} <@ ${spoken.unlessAbout}::uuid[]`;
  const stale = tx
    .selectFrom("message")
    .where("kind", "=", kind)
    .where("state", "in", ["queued", "sending"])
    .where(meant)
    .select("id")
    .forUpdate()
    .skipLocked();
  const ids = (await stale.execute()).map(({ id }) => id);
  const those = sql<boolean>`id = ANY(${ids}::uuid[])`;
  await tx.updateTable("message").set({ html: null, plain: null }).where(those).execute();
  await tx.updateTable("message").set(tooLate).where(those).where(free).execute();
}

export type Withdrawn = {
  id: string;
  toAddress: string;
  createdAt: Date;
  /** Another of its kind was made for the same address since, and has left or will. */
  followed: boolean;
};

/** Messages of a kind, made since a moment, that were taken back or erased before they could leave, and not settled yet. */
export async function withdrawnMessages(tx: Tx, kind: string, since: Date): Promise<Withdrawn[]> {
  const rows = await tx
    .selectFrom("message")
    .where("kind", "=", kind)
    .where("state", "=", "failed")
    .where("lastError", "=", tooLate.lastError)
    .where("createdAt", ">", since)
    .select(["id", "toAddress", "createdAt"])
    .orderBy("id")
    .forUpdate()
    .execute();
  const others = await tx
    .selectFrom("message")
    .where("kind", "=", kind)
    .where("state", "in", ["queued", "sending", "sent", "kept"])
    .where("createdAt", ">", since)
    .where(sql<boolean>`to_address = ANY(${rows.map((row) => row.toAddress)}::text[])`)
    .select(["toAddress", "createdAt"])
    .execute();
  const newest = new Map<string, Date>();
  for (const { toAddress, createdAt } of others)
    if (createdAt > (newest.get(toAddress) ?? since)) newest.set(toAddress, createdAt);
  return rows.map((row) => ({
    ...row,
    followed: (newest.get(row.toAddress) ?? since) >= row.createdAt,
  }));
}

/** Settles such messages: whatever should leave instead was queued in the same transaction. */
export async function settleWithdrawn(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable("message")
    .set({ lastError: "withdrawn" })
    .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
    .execute();
}
