import type { Actor } from "~/features/identity/index.ts";
import { lentReports } from "~/features/reports/lent-reads.server.ts";
import { type ClosureState, closureStates } from "~/features/rounds/domain/index.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { lentClosures, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { cyclesIn } from "../cycle/participation-reads.server.ts";

export type RunningFacts = {
  revision: number;
  closure: { state: ClosureState; scoresAt: string | null } | null;
  /** Reports that are made, those released, and those about someone without a coach that are not. */
  reports: { made: number; released: number; waitingWithoutCoach: number };
};

/** What running a cycle needs to know of it besides its settings. HR only; nothing of what a report says. */
export async function runningFacts(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<RunningFacts | null> {
  if (!mayRunRound(actor, cycleId) || !isId(cycleId)) return null;
  const cycle = await cyclesIn(tx, actor)
    .leftJoin(lentClosures(actor), (join) => join.onRef("closure.roundId", "=", "round.id"))
    .where("round.id", "=", cycleId)
    .select(["round.revision", "closure.state", "closure.scoresAt"])
    .executeTakeFirst();
  if (!cycle) return null;
  const state = closureStates.find((each) => each === cycle.state);
  const reports = await releasedByParticipant(tx, actor, cycleId);
  return {
    revision: cycle.revision,
    closure: state ? { state, scoresAt: cycle.scoresAt?.toISOString() ?? null } : null,
    reports: {
      made: reports.length,
      released: reports.filter((each) => each.released).length,
      waitingWithoutCoach: reports.filter((each) => !each.released && !each.coached).length,
    },
  };
}

/** Whose report is made, and whether it can be read. HR only; nothing of what it says. */
export async function releasedByParticipant(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<{ participantId: string; released: boolean; coached: boolean }[]> {
  if (!mayRunRound(actor, cycleId) || !isId(cycleId)) return [];
  const rows = await tx
    .selectFrom(lentReports(actor))
    .innerJoin(lentSubjects(actor), (join) => join.onRef("subject.id", "=", "report.participantId"))
    .where("report.cycleId", "=", cycleId)
    .select(["report.participantId", "report.releasedAt", "subject.coachId"])
    .execute();
  return rows.map(({ participantId, releasedAt, coachId }) => ({
    participantId,
    released: releasedAt !== null,
    coached: coachId !== null,
  }));
}
