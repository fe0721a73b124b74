import { type AccountLetterFor, isSuspended } from "~/features/identity/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { DesignedFor } from "./design-letter.server.ts";
import { refusalOf } from "./domain/refusal.ts";
import { mailId } from "./mail-id.server.ts";
import { queueMessages } from "./queue-messages.server.ts";
import { withLink } from "./with-link.server.ts";

type To = Pick<AccountLetterFor, "accountId" | "organisationId" | "to">;

/**
 * Hands a letter to the mail server at once, and stores it nowhere: anybody may ask for it, or its address is nobody's
 * business here. Not taken, it is written anew by the next try.
 */
export async function sendUnstored(
  platform: Platform,
  letter: To,
  written: DesignedFor,
): Promise<void> {
  const { mailer, log } = platform;
  const { organisationId, to } = letter;
  // The demonstration shows its letters. Without a mail server the page says that none is sent.
  if (mailer.kind === "outbox") return queueLetter(platform, letter, written);
  if (mailer.kind !== "smtp") return;
  const unlinked = { ...written, toName: to.name, toAddress: to.address };
  const ready = await inOrganisation(platform, { organisationId }, async (tx) =>
    (await isSuspended(tx, { organisationId }))
      ? null
      : withLink(platform, tx, { organisationId }, unlinked),
  );
  if (!ready) return;
  const mail = {
    to,
    subject: written.subject,
    html: ready.html,
    text: ready.plain,
    ...(ready.logo && { pictures: [ready.logo] }),
  };
  const refusal = await mailer
    .send({ id: mailId(platform, newId()), ...mail })
    .then(() => null, refusalOf);
  if (refusal?.bounced) log.warn({ code: refusal.code }, "a letter about an account came back");
  // What a mail server says may repeat the address.
  else if (refusal) throw new Error(`a letter about an account was not taken: ${refusal.code}`);
}

/** Stores a letter to somebody about their account, to be sent. */
export async function queueLetter(
  platform: Platform,
  { organisationId, accountId, to }: To,
  written: DesignedFor,
): Promise<void> {
  await inOrganisation(platform, { organisationId }, (tx) =>
    queueMessages(platform, tx, { organisationId }, [{ aboutId: null, accountId, to, ...written }]),
  );
}
