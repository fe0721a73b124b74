import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type WaitingCycle = { id: string; approveAfterDays: number };

/** Cycles in which lists become approved by themselves. */
export async function cyclesThatApprove(tx: Tx, scope: OrganisationScope): Promise<WaitingCycle[]> {
  const rows = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "nominating")
    .where("approvedBy", "!=", "nobody")
    .where("approveAfterDays", "is not", null)
    .select(["id", "approveAfterDays"])
    .orderBy("id")
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
    .where("cycleId", "=", cycle.id)
    .where("nomination", "=", "submitted")
    .where("withdrawn", "=", false)
    .where("nominatedAt", "<=", moment)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
