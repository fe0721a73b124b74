import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nextTry, refusalOf } from "./domain/refusal.ts";
import {
  claimMessage,
  markBounced,
  markFailed,
  markKept,
  markSent,
  markWaiting,
} from "./store.server.ts";

/**
 * Hands one message over. Done twice, it is sent once. What the mail server does not take is tried again later, by a job made in
 * the same transaction; an address it does not know is not. Between the server's yes and the commit a process that is killed
 * leaves a letter that will be sent again: SMTP has no way to ask whether it arrived.
 */
export function deliverMessage(
  platform: Platform,
  { organisationId, messageId }: { organisationId: string; messageId: string },
): Promise<void> {
  const { mailer, clock, jobs } = platform;
  return inOrganisation(platform, { organisationId }, async (tx) => {
    const message = await claimMessage(tx, messageId);
    if (!message) return;
    if (mailer.kind === "outbox") return markKept(tx, messageId);
    try {
      await mailer.send({
        to: { name: message.toName, address: message.toAddress },
        subject: message.subject,
        html: message.html ?? "",
        text: message.plain ?? "",
      });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.bounced) return markBounced(tx, messageId, refusal.code);
      const { createdAt, attempts } = message;
      const again = nextTry({ createdAt, tries: attempts + 1 }, clock.now());
      if (!again) return markFailed(tx, messageId, refusal.code);
      await markWaiting(tx, messageId, refusal.code, again);
      await jobs.enqueue(tx, "send-message", [{ organisationId, messageId }], again);
      return;
    }
    await markSent(tx, messageId, clock.now());
  });
}
