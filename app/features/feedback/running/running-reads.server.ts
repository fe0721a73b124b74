import type { Actor } from "~/features/identity/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { type ClosureState, closureStates } from "../domain/closing.ts";

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
  if (!mayRunRounds(actor) || !isId(cycleId)) return null;
  const cycle = await tx
    .selectFrom("cycle")
    .leftJoin("closure", (join) =>
      join
        .onRef("closure.organisationId", "=", "cycle.organisationId")
        .onRef("closure.cycleId", "=", "cycle.id"),
    )
    .where("cycle.organisationId", "=", actor.organisationId)
    .where("cycle.id", "=", cycleId)
    .select(["cycle.revision", "closure.state", "closure.scoresAt"])
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
  if (!mayRunRounds(actor) || !isId(cycleId)) return [];
  const rows = await tx
    .selectFrom("report")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "report.organisationId")
        .onRef("participant.id", "=", "report.participantId"),
    )
    .where("report.organisationId", "=", actor.organisationId)
    .where("report.cycleId", "=", cycleId)
    .select(["report.participantId", "report.releasedAt", "participant.coachId"])
    .execute();
  return rows.map(({ participantId, releasedAt, coachId }) => ({
    participantId,
    released: releasedAt !== null,
    coached: coachId !== null,
  }));
}
