import { type Selectable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Message } from "~/platform/db/schema.gen.ts";
import { noteDue } from "~/platform/due/due-store.server.ts";
import { free } from "./claim-store.server.ts";
import { CLAIM_FORGOTTEN_AFTER_MS } from "./domain/forgotten.ts";
import type { LetterWay } from "./domain/letter-way.ts";
import { noText, tooLate } from "./outcome-store.server.ts";

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
> & {
  createdAt: Date;
  way?: LetterWay | null;
  accountId?: string | null;
  mayBeDeclined?: boolean;
  isPrivate?: boolean;
};

/**
 * Stores messages of one organisation that wait to be sent, in one statement: as quick for hundreds as for one. Should
 * their jobs be lost, somebody looks for them later (`wakeLetters`).
 */
export async function insertMessages(tx: Tx, messages: readonly NewRow[]): Promise<void> {
  const [first] = messages;
  if (!first) return;
  const column = <Name extends keyof NewRow>(name: Name) => messages.map((each) => each[name]);
  // Lists of different lengths make no array of arrays.
  const alsoAbout = messages.map((each) => `{${each.alsoAbout.join()}}`);
  const accountIds = messages.map(({ accountId }) => accountId ?? null);
  const declinable = messages.map(({ mayBeDeclined = false }) => mayBeDeclined);
  const secret = messages.map(({ isPrivate = false }) => isPrivate);
  const ways = messages.map(({ way }) => (way ? JSON.stringify(way) : null));
  await sql`
    INSERT INTO message (also_about, organisation_id, id, kind, about_id, account_id, to_address, to_name, subject, html, plain, way, may_be_declined, is_private, state, created_at)
    SELECT also::uuid[], organisation_id, id, kind, about_id, account_id, to_address, to_name, subject, html, plain, way::jsonb, may_be_declined,
           is_private, 'queued', ${first.createdAt}::timestamptz
      FROM unnest(${alsoAbout}::text[], ${column("organisationId")}::uuid[], ${column("id")}::uuid[], ${column("kind")}::text[],
                  ${column("aboutId")}::uuid[], ${accountIds}::text[], ${column("toAddress")}::text[], ${column("toName")}::text[],
                  ${column("subject")}::text[], ${column("html")}::text[], ${column("plain")}::text[], ${ways}::text[], ${declinable}::boolean[], ${secret}::boolean[])
        AS given (also, organisation_id, id, kind, about_id, account_id, to_address, to_name, subject, html, plain, way, may_be_declined, is_private)
  `.execute(tx);
  await noteDue(
    tx,
    first,
    "letters",
    new Date(first.createdAt.getTime() + CLAIM_FORGOTTEN_AFTER_MS),
  );
}

/**
 * Erases the texts of everything that speaks of one subject, sent or not. What still waited never leaves: it would be
 * empty. What is being sent this moment is not tried again.
 */
export async function eraseTextsAbout(
  tx: Tx,
  { organisationId }: OrganisationScope,
  aboutId: string,
): Promise<void> {
  const own = tx.updateTable("message").where("organisationId", "=", organisationId);
  // One at a time, so that the first can use its index.
  for (const concerns of [
    sql<boolean>`about_id = ${aboutId}::uuid`,
    sql<boolean>`${aboutId}::uuid = ANY(also_about)`,
  ]) {
    await own.set(noText).where(concerns).execute();
    await own.set(tooLate).where(concerns).where(free).execute();
  }
}
