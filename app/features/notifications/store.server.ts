import { type Selectable, sql, type Updateable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Message } from "~/platform/db/schema.gen.ts";

type NewRow = Pick<
  Selectable<Message>,
  | "organisationId"
  | "id"
  | "kind"
  | "aboutId"
  | "toAddress"
  | "toName"
  | "subject"
  | "html"
  | "plain"
> & { createdAt: Date };

/** Stores messages that wait to be sent, in one statement: as quick for hundreds as for one. */
export async function insertMessages(tx: Tx, messages: readonly NewRow[]): Promise<void> {
  if (messages.length === 0) return;
  const column = <Name extends keyof NewRow>(name: Name) => messages.map((each) => each[name]);
  await sql`
    INSERT INTO message (organisation_id, id, kind, about_id, to_address, to_name, subject, html, plain, state, created_at)
    SELECT given.*, 'queued', ${messages[0]?.createdAt}::timestamptz
      FROM unnest(${column("organisationId")}::uuid[], ${column("id")}::uuid[], ${column("kind")}::text[],
                  ${column("aboutId")}::uuid[], ${column("toAddress")}::text[], ${column("toName")}::text[],
                  ${column("subject")}::text[], ${column("html")}::text[], ${column("plain")}::text[]) AS given
  `.execute(tx);
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
      nextTryAt: null,
      attempts: eb("attempts", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

export async function markKept(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("message").set({ state: "kept" }).where("id", "=", id).execute();
}

/** Not taken yet: it stays queued, and it is said when it will be tried again. */
export function markWaiting(tx: Tx, id: string, lastError: string, nextTryAt: Date): Promise<void> {
  return tried(tx, id, { lastError, nextTryAt });
}

/** Given up. Its text stays until it is erased with what it is about. */
export function markFailed(tx: Tx, id: string, lastError: string): Promise<void> {
  return tried(tx, id, { state: "failed", lastError, nextTryAt: null });
}

/** Nobody has this address: its text, and the link in it, is of no more use. */
export function markBounced(tx: Tx, id: string, lastError: string): Promise<void> {
  const erased = { html: null, plain: null };
  return tried(tx, id, { state: "bounced", lastError, nextTryAt: null, ...erased });
}

async function tried(tx: Tx, id: string, changes: Updateable<Message>): Promise<void> {
  await tx
    .updateTable("message")
    .set((eb) => ({ ...changes, attempts: eb("attempts", "+", 1) }))
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
    .set({ state: "failed", lastError: "too-late", nextTryAt: null })
    .where("aboutId", "=", aboutId)
    .where("state", "=", "queued")
    .execute();
}
