import { lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { cyclesIn } from "../cycle/participation-reads.server.ts";

export type WaitingCycle = { id: string; approveAfterDays: number };

/** Cycles in which lists become approved by themselves. */
export async function cyclesThatApprove(tx: Tx, scope: OrganisationScope): Promise<WaitingCycle[]> {
  const rows = await cyclesIn(tx, scope)
    .where("round.state", "=", "nominating")
    .where("cycle.approvedBy", "!=", "nobody")
    .where("cycle.approveAfterDays", "is not", null)
    .select(["round.id", "cycle.approveAfterDays"])
    .orderBy("round.id")
    .execute();
  return rows.map(({ id, approveAfterDays }) => ({ id, approveAfterDays: approveAfterDays ?? 0 }));
}

/** Approves the lists of a cycle that have waited since this moment or longer. @returns whose lists they are. */
export async function approveHandedInBefore(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  moment: Date,
): Promise<string[]> {
  const rows = await tx
    .updateTable("participant")
    .set({ nomination: "approved" })
    .where("organisationId", "=", cycle.organisationId)
    .where("subjectId", "in", (query) =>
      query
        .selectFrom(lentSubjects(cycle))
        .where("subject.roundId", "=", cycle.id)
        .where("subject.withdrawn", "=", false)
        .select("subject.id"),
    )
    .where("nomination", "=", "submitted")
    .where("nominatedAt", "<=", moment)
    .returning("subjectId")
    .execute();
  return rows.map(({ subjectId }) => subjectId);
}
