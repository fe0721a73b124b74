import { type AccountLetterFor, accountLetterFor } from "~/features/identity/index.server.ts";
import { directory } from "~/features/people/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { JobPayloads } from "~/platform/jobs/queues.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { designLetter } from "./design-letter.server.ts";
import { refusalOf } from "./domain/refusal.ts";
import { accountLetters } from "./kinds.ts";
import { mailId } from "./mail-id.server.ts";
import type { WrittenLetter } from "./prepare-letter.server.tsx";
import { queueMessages } from "./queue-messages.server.ts";

/**
 * Writes to the owner of an account: how to choose a new password, or what was changed. Most jobs for a new password
 * are about no account at all: for those a letter is laid out as well, so that the server is as busy with them.
 */
export async function writeAccountLetter(
  platform: Platform,
  { accountId, about }: JobPayloads["account-letter"],
): Promise<void> {
  const letter = await accountLetterFor({ ...platform, directory }, accountId);
  const wanted = letter?.language ?? null;
  const language = languageAmong(languages, wanted === null ? [] : [wanted]);
  const fill = await designLetter(accountLetters[about], language);
  if (!letter) return;
  const { to, organisation, link, minutes } = letter;
  const facts = { name: to.name, organisation, minutes: String(minutes) };
  if (about === "forgotten") await sendUnstored(platform, letter, fill(facts, link));
  else await queue(platform, letter, fill(facts, `${platform.publicUrl}/new-password`));
}

/**
 * Hands a letter that opens an account to the mail server at once, and stores it nowhere: anybody may ask for one, and
 * whoever reads the database would otherwise find its link there. Not taken, it is written anew by the next try.
 */
async function sendUnstored(
  platform: Platform,
  letter: AccountLetterFor,
  written: WrittenLetter & { kind: string },
): Promise<void> {
  const { mailer, log } = platform;
  // The demonstration shows its letters. Without a mail server the page says that none is sent.
  if (mailer.kind === "outbox") return queue(platform, letter, written);
  if (mailer.kind !== "smtp") return;
  const { subject, html, plain: text } = written;
  const refusal = await mailer
    .send({ id: mailId(platform, newId()), to: letter.to, subject, html, text })
    .then(() => null, refusalOf);
  if (refusal?.bounced) log.warn({ code: refusal.code }, "a letter about an account came back");
  // What a mail server says may repeat the address.
  else if (refusal) throw new Error(`a letter about an account was not taken: ${refusal.code}`);
}

async function queue(
  platform: Platform,
  { organisationId, to }: AccountLetterFor,
  written: WrittenLetter & { kind: string },
): Promise<void> {
  await inOrganisation(platform, { organisationId }, (tx) =>
    queueMessages(platform, tx, { organisationId }, [{ aboutId: null, to, ...written }]),
  );
}
