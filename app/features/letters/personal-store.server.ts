import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { KnownPerson } from "~/platform/feature/personal.ts";
import { wholeWords } from "~/platform/search/whole-words.ts";
import { free } from "./claim-store.server.ts";
import { noText, tooLate } from "./outcome-store.server.ts";

/**
 * Letters to any of these addresses, in whatever case; and those about an account, which once went to an address that
 * is the account's no more.
 */
function lettersTo(
  tx: Tx,
  { organisationId }: OrganisationScope,
  addresses: readonly string[],
  accountId: string | null = null,
) {
  const keys = addresses.map((address) => address.toLowerCase());
  const theirs = sql<boolean>`(lower(to_address) = ANY(${keys}::text[]) OR account_id = ${accountId})`;
  return {
    read: tx.selectFrom("message").where("organisationId", "=", organisationId).where(theirs),
    change: tx.updateTable("message").where("organisationId", "=", organisationId).where(theirs),
  };
}

/** The letters that went to these addresses or about an account, or will, as the outbox has them. */
export async function lettersToAddresses(
  tx: Tx,
  scope: OrganisationScope,
  { addresses, accountId }: { addresses: readonly string[]; accountId: string | null },
) {
  return lettersTo(tx, scope, addresses, accountId)
    .read.select(["toAddress", "subject", "state", "createdAt"])
    .orderBy("createdAt")
    .execute();
}

/** Takes back what waits for these addresses. */
export async function withdrawLettersTo(
  tx: Tx,
  scope: OrganisationScope,
  addresses: readonly string[],
  accountId: string | null = null,
): Promise<void> {
  const { change } = lettersTo(tx, scope, addresses, accountId);
  await change.set(noText).execute();
  await change.set(tooLate).where(free).execute();
}

/**
 * Leaves of the letters to a person that there was one, of which kind and what became of it; and takes their names and
 * addresses out of the subjects of others' letters. Others' letters that still wait and name them never leave. Where an
 * address is somebody else's now, only letters under the person's name were theirs.
 */
export async function forgetReader(
  tx: Tx,
  scope: OrganisationScope,
  { addresses, handedOn, names, pseudonym }: KnownPerson,
  accountId: string | null,
): Promise<void> {
  const nameless = { toAddress: "", toName: pseudonym, subject: pseudonym, lastError: null };
  await withdrawLettersTo(tx, scope, addresses, accountId);
  // From here on nothing is left by which it could be told whose account they were about.
  const erased = { ...nameless, accountId: null };
  await lettersTo(tx, scope, addresses, accountId).change.set(erased).execute();
  const former = lettersTo(tx, scope, handedOn).change.where("toName", "in", names);
  await former.set(noText).execute();
  await former.set(tooLate).where(free).execute();
  await former.set(nameless).execute();
  await forgetInOthers(tx, scope, [...names, ...addresses], pseudonym);
}

/** Whether any of these texts is somewhere in a letter, if only as a part of a word. */
function mentioning(texts: readonly string[]) {
  return sql<boolean>`EXISTS (
    SELECT 1 FROM unnest(${texts}::text[]) AS each (word)
     WHERE position(word IN subject) > 0 OR position(word IN html) > 0 OR position(word IN plain) > 0)`;
}

async function forgetInOthers(
  tx: Tx,
  { organisationId }: OrganisationScope,
  texts: readonly string[],
  pseudonym: string,
): Promise<void> {
  const words = wholeWords(texts);
  const rows = await tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where(mentioning(texts))
    .select(["id", "subject", "html", "plain"])
    .execute();
  const change = (id: string) =>
    tx.updateTable("message").where("organisationId", "=", organisationId).where("id", "=", id);
  for (const { id, subject, html, plain } of rows) {
    if (words.standIn(subject))
      await change(id)
        .set({ subject: words.replacedIn(subject, pseudonym) })
        .execute();
    if (!words.standIn(html ?? "") && !words.standIn(plain ?? "")) continue;
    await change(id).set(tooLate).where(free).execute();
    await change(id).set(noText).execute();
  }
}
