import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { shapeAfterApproval } from "~/features/rounds/domain/index.ts";
import { storedShape, updateSubject } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Outcome, Refusal } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { updateNomination } from "../cycle/participant-store.server.ts";
import type { Shortage } from "../domain/enough-raters.ts";
import { mayApprove } from "../domain/nomination.ts";
import { missingRaters } from "../lists/missing-raters.server.ts";
import { changeNomination } from "../lists/nomination-change.server.ts";

export type ApproveOutcome =
  | Outcome<void, "unknown" | "not-now">
  | (Refusal<"too-few"> & { short: Shortage[] });

/** Agrees to a list as it now is. Whoever approves may have changed it, so the minimum is looked at again. */
export function approveNomination(
  platform: Platform,
  actor: Actor,
  participantId: string,
): Promise<ApproveOutcome> {
  return changeNomination<ApproveOutcome>(
    platform,
    actor,
    participantId,
    mayApprove,
    async (tx, { participant, cycle }) => {
      const short = await missingRaters(tx, cycle, participant);
      if (short.length > 0 && !mayRunRound(actor, cycle.id))
        return { ok: false, reason: "too-few", short };
      const list = shapeAfterApproval(storedShape(participant.list));
      await updateNomination(tx, actor, participant.id, { nomination: "approved" });
      await updateSubject(tx, actor, participant.id, { list });
      await recordAudit(platform, tx, actor, {
        action: "nomination.approved",
        subjectKind: "participant",
        subjectId: participant.id,
      });
      return { ok: true };
    },
  );
}
