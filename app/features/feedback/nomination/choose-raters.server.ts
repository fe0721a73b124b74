import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/letters/index.server.ts";
import { isOwnList } from "~/features/rounds/domain/index.ts";
import { deleteRequest } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { accept, type Outcome, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { updateNomination } from "../cycle/participant-store.server.ts";
import type { Shortage } from "../domain/enough-raters.ts";
import { afterHandingIn, approverOf, mayChooseRaters, mayHandIn } from "../domain/nomination.ts";
import { approvalLetters } from "../letters/approval-letters.server.ts";
import { noteListChanged } from "../lists/list-changed.server.ts";
import { missingRaters } from "../lists/missing-raters.server.ts";
import { changeNomination } from "../lists/nomination-change.server.ts";
import { rememberTakenOff } from "../lists/taken-off-store.server.ts";
import type { RaterTaken } from "../lists/withdraw-rater.server.ts";

/**
 * No longer asks someone about a participant. Self always stays. Whom the participant takes off is remembered for
 * whoever agrees.
 */
export function removeRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  raterId: string,
): Promise<Outcome<RaterTaken, "unknown" | "not-now">> {
  return changeNomination(
    platform,
    actor,
    participantId,
    mayChooseRaters,
    async (tx, { participant }) => {
      const removed = await deleteRequest(tx, actor, participantId, raterId);
      if (!removed) return refuse("unknown");
      const { organisationId } = actor;
      const { personId, relationship, bySubject } = removed;
      if (isOwnList(actor, participant) && !bySubject)
        await rememberTakenOff(tx, { organisationId, participantId, personId, relationship });
      await noteListChanged(tx, actor, participant);
      return accept(removed);
    },
  );
}

export type HandInOutcome =
  | Outcome<void, "unknown" | "not-now">
  | (Refusal<"too-few"> & { short: Shortage[] });

/**
 * The list is done: whoever has to agree is written to. With fewer raters than a relationship needs it is refused,
 * unless there are no more people; HR may hand in what there is.
 */
export function submitNomination(
  platform: Platform,
  actor: Actor,
  participantId: string,
): Promise<HandInOutcome> {
  return changeNomination<HandInOutcome>(
    platform,
    actor,
    participantId,
    mayHandIn,
    async (tx, { participant, cycle, facts }) => {
      const short = await missingRaters(tx, cycle, participant);
      if (short.length > 0 && !mayRunRound(actor, cycle.id))
        return { ok: false, reason: "too-few", short };
      const nomination = afterHandingIn(facts);
      await updateNomination(tx, actor, participant.id, {
        nomination,
        nominatedAt: platform.clock.now(),
        nominationNote: null,
      });
      if (approverOf(facts) === "manager")
        await queueMessages(
          platform,
          tx,
          actor,
          await approvalLetters(platform, tx, cycle, participant),
        );
      await recordAudit(platform, tx, actor, {
        action: "nomination.submitted",
        subjectKind: "participant",
        subjectId: participant.id,
      });
      return { ok: true };
    },
  );
}
