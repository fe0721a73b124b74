import { type AccountLetterFor, accountLetterFor } from "~/features/identity/index.server.ts";
import { NEW_PASSWORD_MINUTES, SIGN_IN_LINK_MINUTES } from "~/features/identity/index.ts";
import { directory } from "~/features/people/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { JobPayloads } from "~/platform/jobs/queues.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type DesignedFor, designLetter } from "./design-letter.server.ts";
import { refusalOf } from "./domain/refusal.ts";
import { accountLetters } from "./kinds.ts";
import { mailId } from "./mail-id.server.ts";
import { wishNews, writeOwnAddressLetter } from "./own-address-letters.server.ts";
import { queueMessages } from "./queue-messages.server.ts";
import { withLink } from "./with-link.server.ts";

/** Letters that anybody may ask for: what their link opens, and for how many minutes. */
const asked = {
  forgotten: { to: "new-password", minutes: NEW_PASSWORD_MINUTES },
  "sign-in": { to: "sign-in", minutes: SIGN_IN_LINK_MINUTES },
} as const;

/**
 * Writes to the owner of an account: the link they asked for, or what was changed. Most jobs for a link are about no
 * account at all: for those a letter is laid out as well, so that the server is as busy with them.
 */
export async function writeAccountLetter(
  platform: Platform,
  { accountId, about }: JobPayloads["account-letter"],
): Promise<void> {
  const news = wishNews.find((each) => each === about);
  if (news) return writeOwnAddressLetter(platform, accountId, news);
  const letter = await accountLetterFor({ ...platform, directory }, accountId);
  const wanted = letter?.language ?? null;
  const language = languageAmong(languages, wanted === null ? [] : [wanted]);
  const fill = await designLetter(accountLetters[about], language);
  if (!letter) return;
  const facts = { name: letter.to.name, organisation: letter.organisation };
  if (about === "forgotten" || about === "sign-in") {
    const { to, minutes } = asked[about];
    const written = fill({ ...facts, minutes: String(minutes) }, { to, accountId });
    await sendUnstored(platform, letter, written);
  } else await queue(platform, letter, fill(facts, `${platform.publicUrl}/new-password`));
}

/**
 * Hands a letter that opens an account to the mail server at once, and stores it nowhere: anybody may ask for one. Not
 * taken, it is written anew by the next try.
 */
async function sendUnstored(
  platform: Platform,
  letter: AccountLetterFor,
  written: DesignedFor,
): Promise<void> {
  const { mailer, log } = platform;
  const { organisationId, to } = letter;
  // The demonstration shows its letters. Without a mail server the page says that none is sent.
  if (mailer.kind === "outbox") return queue(platform, letter, written);
  if (mailer.kind !== "smtp") return;
  const unlinked = { ...written, toName: to.name, toAddress: to.address };
  const ready = await inOrganisation(platform, { organisationId }, (tx) =>
    withLink(platform, tx, { organisationId }, unlinked),
  );
  if (!ready) return;
  const mail = { to, subject: written.subject, html: ready.html, text: ready.plain };
  const refusal = await mailer
    .send({ id: mailId(platform, newId()), ...mail })
    .then(() => null, refusalOf);
  if (refusal?.bounced) log.warn({ code: refusal.code }, "a letter about an account came back");
  // What a mail server says may repeat the address.
  else if (refusal) throw new Error(`a letter about an account was not taken: ${refusal.code}`);
}

async function queue(
  platform: Platform,
  { organisationId, to }: AccountLetterFor,
  written: DesignedFor,
): Promise<void> {
  await inOrganisation(platform, { organisationId }, (tx) =>
    queueMessages(platform, tx, { organisationId }, [{ aboutId: null, to, ...written }]),
  );
}
