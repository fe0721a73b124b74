import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import type { ByTheClock } from "~/features/rounds/domain/index.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { assessedIn, lockAssessed } from "../store/assessed-store.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";
import { sheetsAbout } from "../store/sheet-store.server.ts";
import { keepEvidence } from "../talks/keep-evidence.server.ts";

/**
 * Ends a round of assessments. What was sent is evidence from now on, also where a conversation is open still: there
 * both words stand beside each other. What nobody sent is nobody's word. @returns how many conversations were open.
 */
export function closeAssessment(platform: Platform, by: Actor | ByTheClock, roundId: string) {
  const change = {
    may: mayClose,
    from: "settle",
    late: "not-collecting",
    did: "closed",
  } as const;
  return changeAssessment(platform, by, roundId, change, async (tx, round) => {
    const today = todayFor(platform, await organisationZone(tx, by));
    const all = await assessedIn(tx, round);
    const sheets = await sheetsAbout(
      tx,
      by,
      all.map(({ subjectId }) => subjectId),
    );
    let open = 0;
    for (const { subjectId } of all) {
      const assessed = await lockAssessed(tx, by, subjectId);
      if (!assessed || assessed.concludedOn !== null) continue;
      open += 1;
      await keepEvidence(tx, by, {
        ...{ assessed, sheets: sheets.get(subjectId) ?? [], round, on: today },
        recordedBy: by.personId,
      });
    }
    return { ok: true, value: { open }, detail: { people: all.length, open } };
  });
}

/** Whoever runs the round, and the clock on its last day. */
function mayClose(by: Actor | ByTheClock, roundId: string): boolean {
  return by.role === "clock" || mayRunRound(by, roundId);
}
