import type { Tx } from "~/platform/db/database.server.ts";

/** Gives participants of a cycle a coach, or none. */
export async function setCoach(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  participantIds: readonly string[],
  coachId: string | null,
): Promise<void> {
  if (participantIds.length === 0) return;
  await tx
    .updateTable("participant")
    .set({ coachId })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("id", "in", participantIds)
    .execute();
}
