import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/letters/index.server.ts";
import type { Outcome } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { updateNomination } from "../cycle/participant-store.server.ts";
import { longestNote, mayReturn } from "../domain/nomination.ts";
import { returnedLetters } from "../letters/approval-letters.server.ts";
import { changeNomination } from "../lists/nomination-change.server.ts";

export const returnNominationInput = z.object({
  note: z.string("note-missing").trim().min(1, "note-missing").max(longestNote, "note-too-long"),
});

/** Gives a list back with a note; whoever made it is written to, and may change it and hand it in again. */
export function returnNomination(
  platform: Platform,
  actor: Actor,
  participantId: string,
  { note }: z.output<typeof returnNominationInput>,
): Promise<Outcome<void, "unknown" | "not-now">> {
  return changeNomination(
    platform,
    actor,
    participantId,
    mayReturn,
    async (tx, { participant, cycle, facts }) => {
      await updateNomination(tx, actor, participant.id, {
        nomination: "returned",
        nominatedAt: null,
        nominationNote: note,
      });
      const letters = await returnedLetters(platform, tx, cycle, participant, facts);
      await queueMessages(platform, tx, actor, letters);
      await recordAudit(platform, tx, actor, {
        action: "nomination.returned",
        subjectKind: "participant",
        subjectId: participant.id,
      });
      return { ok: true as const };
    },
  );
}
