import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { sendAssessmentLetters } from "../letters/assessment-letters.server.ts";
import { assessedIn } from "../store/assessed-store.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";
import { forgetOutcomes } from "../store/outcome-store.server.ts";
import { deleteSheets, sheetsAbout } from "../store/sheet-store.server.ts";

/** Why it is called off, as everybody who was asked reads it. */
export const callOffAssessmentInput = z.object({ reason: z.string().trim().min(1).max(500) });

/**
 * Calls a round of assessments off: what was written is deleted, but for what conversations that are over left in the
 * ledger already, and everybody who was asked is told why.
 */
export function callOffAssessment(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { reason }: z.output<typeof callOffAssessmentInput>,
) {
  const change = {
    may: mayRunRound,
    from: "call-off",
    late: "not-collecting",
    did: "called-off",
  } as const;
  return changeAssessment(platform, actor, roundId, change, async (tx, round) => {
    const subjects = (await assessedIn(tx, round)).map(({ subjectId }) => subjectId);
    const sheets = [...(await sheetsAbout(tx, actor, subjects)).values()].flat();
    const authors = [...new Set(sheets.flatMap(({ authorId }) => authorId ?? []))];
    await deleteSheets(tx, actor, subjects);
    await forgetOutcomes(tx, actor, subjects);
    const letter = { kind: "called-off", to: authors, reason } as const;
    const told = await sendAssessmentLetters(platform, tx, round, letter);
    const set = { calledOffAt: platform.clock.now(), calledOffReason: reason };
    return { ok: true, value: { told }, set, detail: { told } };
  });
}
