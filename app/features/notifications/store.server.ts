import { type Selectable, sql, type Updateable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Message } from "~/platform/db/schema.gen.ts";

type NewRow = Pick<
  Selectable<Message>,
  | "organisationId"
  | "id"
  | "kind"
  | "aboutId"
  | "alsoAbout"
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
  // Lists of different lengths make no array of arrays.
  const alsoAbout = messages.map((each) => `{${each.alsoAbout.join()}}`);
  await sql`
    INSERT INTO message (also_about, organisation_id, id, kind, about_id, to_address, to_name, subject, html, plain, state, created_at)
    SELECT also::uuid[], organisation_id, id, kind, about_id, to_address, to_name, subject, html, plain, 'queued',
           ${messages[0]?.createdAt}::timestamptz
      FROM unnest(${alsoAbout}::text[], ${column("organisationId")}::uuid[], ${column("id")}::uuid[], ${column("kind")}::text[],
                  ${column("aboutId")}::uuid[], ${column("toAddress")}::text[], ${column("toName")}::text[],
                  ${column("subject")}::text[], ${column("html")}::text[], ${column("plain")}::text[])
        AS given (also, organisation_id, id, kind, about_id, to_address, to_name, subject, html, plain)
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

/** Erases the texts of everything that speaks of one subject, sent or not. What still waited never leaves: it would be empty. */
export async function eraseTextsAbout(tx: Tx, aboutId: string): Promise<void> {
  const erased = { html: null, plain: null };
  // One at a time, so that the first can use its index.
  for (const concerns of [
    sql<boolean>`about_id = ${aboutId}::uuid`,
    sql<boolean>`${aboutId}::uuid = ANY(also_about)`,
  ]) {
    await tx.updateTable("message").set(erased).where(concerns).execute();
    await tx
      .updateTable("message")
      .set({ ...erased, ...tooLate })
      .where(concerns)
      .where("state", "=", "queued")
      .execute();
  }
}

/** What an erased or withdrawn message is left as: it never leaves. */
export const tooLate = { state: "failed", lastError: "too-late", nextTryAt: null };
