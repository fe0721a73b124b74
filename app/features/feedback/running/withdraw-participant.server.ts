import type { Actor } from "~/features/identity/index.ts";
import {
  forgetAnswersAbout,
  updateSubject,
  withdrawRequestsAbout,
} from "~/features/rounds/index.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeParticipant } from "./participant-change.server.ts";

/**
 * Takes someone out of a cycle who leaves midway: nobody is asked about them any more, every answer about them is
 * deleted, and no report is made. What they answered about others stays.
 */
export function withdrawParticipant(
  platform: Platform,
  actor: Actor,
  participantId: string,
): Promise<Outcome<void, "not-allowed" | "unknown" | "not-collecting" | "withdrawn-already">> {
  return changeParticipant(
    platform,
    actor,
    participantId,
    "participant.withdrawn",
    async (tx, { participant }) => {
      if (participant.withdrawn) return refuse("withdrawn-already");
      await updateSubject(tx, actor, participant.id, { withdrawn: true });
      await withdrawRequestsAbout(tx, participant);
      await forgetAnswersAbout(tx, participant);
      return { ok: true as const };
    },
  );
}
