import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { LettersAgain, NotAgain } from "~/platform/feature/letter-again.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type MessageToRepeat, makeDueNow, messageToRepeat } from "./again-store.server.ts";
import { wayAgain } from "./domain/again.ts";

export const sendAgainInput = z.object({ message: z.string() });

export type SendAgainRefusal = "not-allowed" | "unknown" | "not-possible" | NotAgain;

/**
 * Sends a letter once more: what still has its text is tried at once, everything else is written anew by the feature
 * whose it is, where it can be and is of use. It goes to whoever has its address now, by the same rules as any other
 * letter. Administrators only.
 * @returns whether the same letter is tried or a new one was written.
 */
export function sendAgain(
  platform: Platform,
  actor: Actor,
  messageId: string,
  again: readonly LettersAgain<Actor>[],
): Promise<Outcome<"tried" | "written", SendAgainRefusal>> {
  return inOrganisation(platform, actor, async (tx) => {
    if (!mayAdminister(actor)) return refuse("not-allowed");
    const message = isId(messageId) ? await messageToRepeat(tx, actor, messageId) : null;
    if (!message) return refuse("unknown");
    const writer = again.find(({ kinds }) => kinds.includes(message.kind));
    const way = wayAgain(message, writer !== undefined);
    if (way === null) return refuse("not-possible");
    if (way === "try") await tryNow(message);
    else if (writer) {
      const outcome = await writer.send(platform, tx, actor, message);
      if (!outcome.ok) return outcome;
    }
    await recordAudit(platform, tx, actor, {
      action: "letter.sent-again",
      subjectKind: "letter",
      subjectId: messageId,
      detail: { kind: message.kind },
    });
    return accept(way === "try" ? "tried" : "written");

    async function tryNow({ id }: MessageToRepeat): Promise<void> {
      await makeDueNow(tx, actor, id, platform.clock.now());
      const job = { organisationId: actor.organisationId, messageId: id };
      await platform.jobs.enqueue(tx, "send-message", [job]);
    }
  });
}
