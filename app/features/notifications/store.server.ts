import type { Insertable, Selectable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Message } from "~/platform/db/schema.gen.ts";

const ROWS_PER_STATEMENT = 1_000;

export async function insertMessages(tx: Tx, messages: Insertable<Message>[]): Promise<void> {
  for (let start = 0; start < messages.length; start += ROWS_PER_STATEMENT) {
    await tx
      .insertInto("message")
      .values(messages.slice(start, start + ROWS_PER_STATEMENT))
      .execute();
  }
}

/** A message that still waits, locked for this transaction; null when it is being sent or was sent. */
export async function claimMessage(tx: Tx, id: string): Promise<Selectable<Message> | null> {
  const message = await tx
    .selectFrom("message")
    .where("id", "=", id)
    .where("state", "=", "queued")
    .selectAll()
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return message ?? null;
}

export async function markSent(tx: Tx, id: string, sentAt: Date): Promise<void> {
  await tx
    .updateTable("message")
    .set((eb) => ({
      state: "sent",
      sentAt,
      html: null,
      plain: null,
      lastError: null,
      attempts: eb("attempts", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

export async function markKept(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("message").set({ state: "kept" }).where("id", "=", id).execute();
}

export async function markTried(
  tx: Tx,
  id: string,
  lastError: string,
  giveUp: boolean,
): Promise<void> {
  await tx
    .updateTable("message")
    .set((eb) => ({
      lastError,
      attempts: eb("attempts", "+", 1),
      ...(giveUp ? { state: "failed" } : {}),
    }))
    .where("id", "=", id)
    .execute();
}

/** Erases the texts of everything about one subject, sent or not. What still waited never leaves: it would be empty. */
export async function eraseTextsAbout(tx: Tx, aboutId: string): Promise<void> {
  await tx
    .updateTable("message")
    .set({ html: null, plain: null })
    .where("aboutId", "=", aboutId)
    .execute();
  await tx
    .updateTable("message")
    .set({ state: "failed", lastError: "too-late" })
    .where("aboutId", "=", aboutId)
    .where("state", "=", "queued")
    .execute();
}
