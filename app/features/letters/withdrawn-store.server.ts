import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { free } from "./claim-store.server.ts";
import { noText, tooLate } from "./outcome-store.server.ts";

/** Which messages of a kind: those that speak of one subject, or of anything but some. */
export type Spoken = { about: string } | { unlessAbout: readonly string[] };

/**
 * Takes back what waits of a kind. What is being sent this moment may still arrive; if it does not, it is not tried
 * again.
 */
export async function withdrawMessages(
  tx: Tx,
  { organisationId }: OrganisationScope,
  kind: string,
  spoken: Spoken,
): Promise<void> {
  const subjects = sql`array_append(also_about, about_id)`;
  const meant =
    "about" in spoken
      ? sql<boolean>`${spoken.about}::uuid = ANY(${subjects})`
      : sql<boolean>`NOT ${subjects} <@ ${spoken.unlessAbout}::uuid[]`;
  const stale = tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where("kind", "=", kind)
    .where("state", "in", ["queued", "sending"])
    .where(meant)
    .select("id")
    .forUpdate()
    .skipLocked();
  const ids = (await stale.execute()).map(({ id }) => id);
  const those = sql<boolean>`id = ANY(${ids}::uuid[])`;
  const own = tx.updateTable("message").where("organisationId", "=", organisationId).where(those);
  await own.set(noText).execute();
  await own.set(tooLate).where(free).execute();
}

export type Withdrawn = {
  id: string;
  toAddress: string;
  createdAt: Date;
  /** Another of its kind was made for the same address since, and has left or will. */
  followed: boolean;
};

/**
 * Messages of a kind, made since a moment, that were taken back or erased before they could leave, and not settled yet.
 */
export async function withdrawnMessages(
  tx: Tx,
  { organisationId }: OrganisationScope,
  kind: string,
  since: Date,
): Promise<Withdrawn[]> {
  const ofKind = tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where("kind", "=", kind)
    .where("createdAt", ">", since);
  const rows = await ofKind
    .where("state", "=", "failed")
    .where("lastError", "=", tooLate.lastError)
    .select(["id", "toAddress", "createdAt"])
    .orderBy("id")
    .forUpdate()
    .execute();
  const others = await ofKind
    .where("state", "in", ["queued", "sending", "sent", "kept"])
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
export async function settleWithdrawn(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<void> {
  await tx
    .updateTable("message")
    .set({ lastError: "withdrawn" })
    .where("organisationId", "=", organisationId)
    .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
    .execute();
}
