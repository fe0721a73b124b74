import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { extensionProblem } from "~/features/rounds/domain/index.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";

export const extendAssessmentInput = z.object({
  closesOn: z.iso.date(),
  /** The round as whoever extends it saw it. */
  revision: z.coerce.number().int(),
});

/** Gives people longer. The reminders before the last day are counted from the new one. */
export function extendAssessment(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { closesOn, revision }: z.output<typeof extendAssessmentInput>,
) {
  const change = {
    may: mayRunRound,
    from: (state: string) => state === "collecting",
    late: "not-collecting",
    revision,
    did: "extended",
  } as const;
  return changeAssessment(platform, actor, roundId, change, async (tx, round) => {
    const today = todayFor(platform, await organisationZone(tx, actor));
    const code = extensionProblem(closesOn, round, today);
    if (code) return refuseInput({ field: "closesOn", code });
    const detail = { from: round.closesOn, to: closesOn };
    return { ok: true, value: undefined, set: { closesOn, closesItself: true }, detail };
  });
}
