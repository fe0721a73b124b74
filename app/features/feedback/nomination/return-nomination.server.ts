import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/letters/index.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { updateNomination } from "../cycle/participant-store.server.ts";
import { longestNote, mayReturn } from "../domain/nomination.ts";
import { returnedLetters } from "../letters/approval-letters.server.ts";
import { changeNomination } from "../lists/nomination-change.server.ts";

/** Gives a list back with a note; whoever made it is written to, and may change it and hand it in again. */
export function returnNomination(
  platform: Platform,
  actor: Actor,
  participantId: string,
  note: string,
): Promise<Outcome<void, "unknown" | "not-now" | "note-missing" | "note-too-long">> {
  return changeNomination(
    platform,
    actor,
    participantId,
    mayReturn,
    async (tx, { participant, cycle, facts }) => {
      const nominationNote = note.trim();
      if (nominationNote === "") return refuse("note-missing");
      if (nominationNote.length > longestNote) return refuse("note-too-long");
      await updateNomination(tx, actor, participant.id, {
        nomination: "returned",
        nominatedAt: null,
        nominationNote,
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
