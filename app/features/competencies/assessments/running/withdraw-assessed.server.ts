import type { Actor } from "~/features/identity/index.ts";
import { updateSubject } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockAssessed } from "../store/assessed-store.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";
import { forgetOutcomes } from "../store/outcome-store.server.ts";
import { deleteSheets } from "../store/sheet-store.server.ts";

/** Takes somebody out of a round that runs: what was written about them is deleted, and nobody asks for it any more. */
export function withdrawAssessed(
  platform: Platform,
  actor: Actor,
  roundId: string,
  subjectId: string,
) {
  const change = {
    may: mayRunRound,
    from: (state: string) => state === "collecting",
    late: "not-collecting",
    did: "person-taken-out",
  } as const;
  return changeAssessment(platform, actor, roundId, change, async (tx, round) => {
    const assessed = await lockAssessed(tx, actor, subjectId);
    if (assessed?.roundId !== round.id) return refuse("gone");
    if (assessed.concludedOn !== null) return refuse("concluded");
    await deleteSheets(tx, actor, [subjectId]);
    await forgetOutcomes(tx, actor, [subjectId]);
    await updateSubject(tx, actor, subjectId, { withdrawn: true });
    return { ok: true, value: undefined, set: {}, detail: { person: assessed.personId } };
  });
}
