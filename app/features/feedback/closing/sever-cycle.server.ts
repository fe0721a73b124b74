import { recordAudit } from "~/features/identity/index.server.ts";
import { reportGroups } from "~/features/reports/index.server.ts";
import { stateAfter } from "~/features/rounds/domain/index.ts";
import {
  endRequests,
  finishClosure,
  type KeptResponses,
  sendClosingLetters,
  severRound,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleRow, updateCycle } from "../cycle/cycle-store.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { tellCoaches } from "../letters/coach-letters.server.ts";

/** Cuts every tie between a scored cycle's answers and its raters, and closes it, in the caller's transaction. */
export async function severCycle(platform: Platform, tx: Tx, cycle: CycleRow): Promise<void> {
  const state = stateAfter(cycle.state, "finish-scoring");
  if (!state) throw new Error("a cycle that is not closing cannot be severed");
  const kept = (await reportGroups(tx, cycle)).flatMap(
    ({ participantId: subjectId, groups }): KeptResponses[] =>
      groups.flatMap((group) =>
        group.relationships.map((relationship) => ({ subjectId, relationship, keptAs: group.id })),
      ),
  );
  await severRound(platform, tx, cycle, kept);
  await sendClosingLetters(platform, tx, cycle);
  await endRequests(tx, cycle);
  await finishClosure(tx, cycle, platform.clock.now());
  await updateCycle(tx, cycle, { state });
  if (cycle.releaseMode === "coach")
    await tellCoaches(platform, tx, cycle, await coachedIn(tx, cycle));
  await recordAudit(
    platform,
    tx,
    { organisationId: cycle.organisationId, accountId: null },
    { action: "cycle.severed", subjectKind: "cycle", subjectId: cycle.id },
  );
}

async function coachedIn(tx: Tx, cycle: CycleRow): Promise<{ name: string; coachId: string }[]> {
  return (await participantsOf(tx, cycle)).flatMap(({ name, coachId, withdrawn }) =>
    coachId === null || withdrawn ? [] : [{ name, coachId }],
  );
}
