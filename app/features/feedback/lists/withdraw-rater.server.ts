import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { forgetAnswers, lockRequest, updateRequest } from "~/features/rounds/index.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayChangeLaunchedList } from "../domain/nomination.ts";
import { noteListChanged } from "./list-changed.server.ts";
import { changeNomination } from "./nomination-change.server.ts";

/** Who was taken off, as they stood on the list. */
export type RaterTaken = { personId: string; relationship: string; bySubject: boolean };

/**
 * Takes someone off a list after the launch: they are not asked any more, and what they had answered is deleted,
 * without a word on whether there was anything. For HR alone.
 */
export function withdrawRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  raterId: string,
): Promise<Outcome<RaterTaken, "unknown" | "not-now">> {
  return changeNomination(
    platform,
    actor,
    participantId,
    mayChangeLaunchedList,
    async (tx, { participant, cycle }) => {
      const rater = await lockRequest(tx, actor, raterId);
      const gone = rater?.state !== "invited" && rater?.state !== "declined";
      if (gone || rater.subjectId !== participant.id || rater.relationship === "self")
        return refuse("unknown");
      await updateRequest(tx, actor, rater.id, { state: "withdrawn", declineReason: null });
      await noteListChanged(tx, actor, participant);
      const { organisationId, personId } = rater;
      await forgetAnswers(tx, platform.secret, {
        organisationId,
        roundId: cycle.id,
        subjectId: participant.id,
        personId,
      });
      await recordAudit(platform, tx, actor, {
        action: "rater.withdrawn",
        subjectKind: "participant",
        subjectId: participant.id,
      });
      const { relationship, bySubject } = rater;
      return accept({ personId, relationship, bySubject });
    },
  );
}
