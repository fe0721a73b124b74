import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { claimMessage, markKept, markSent, markTried } from "./store.server.ts";

const TRIES = 9;

/**
 * Hands one message over. Done twice, it is sent once.
 * @throws when the mail server refused, so that the job is tried again later; the refusal is kept for the outbox page.
 */
export async function deliverMessage(
  platform: Platform,
  { organisationId, messageId }: { organisationId: string; messageId: string },
): Promise<void> {
  const { mailer, clock } = platform;
  const failure = await inOrganisation(platform, { organisationId }, async (tx) => {
    const message = await claimMessage(tx, messageId);
    if (!message) return null;
    if (mailer.kind === "outbox") {
      await markKept(tx, messageId);
      return null;
    }
    try {
      await mailer.send({
        to: { name: message.toName, address: message.toAddress },
        subject: message.subject,
        html: message.html ?? "",
        text: message.plain ?? "",
      });
      await markSent(tx, messageId, clock.now());
      return null;
    } catch (error) {
      await markTried(tx, messageId, refusalOf(error), message.attempts + 1 >= TRIES);
      return message.attempts + 1 >= TRIES ? null : error;
    }
  });
  if (failure) throw failure;
}

/** What the mail server said, without the address it may repeat. */
function refusalOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code =
    "responseCode" in error ? error.responseCode : "code" in error ? error.code : error.name;
  return String(code);
}
