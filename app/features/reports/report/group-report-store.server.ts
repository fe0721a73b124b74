import { assertDisclosed, type Disclosed } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import type { GroupReport } from "../domain/group-report.ts";

type CycleKey = { organisationId: string; id: string };

/** Freezes what HR sees of a cycle. Takes only what disclosure let through; once there it stays. */
export async function insertGroupReport(
  tx: Tx,
  cycle: CycleKey,
  content: Disclosed<GroupReport>,
  createdAt: Date,
): Promise<void> {
  assertDisclosed(content);
  await tx
    .insertInto("groupReport")
    .values({
      organisationId: cycle.organisationId,
      cycleId: cycle.id,
      result: JSON.stringify(content),
      createdAt,
    })
    .onConflict((conflict) => conflict.columns(["organisationId", "cycleId"]).doNothing())
    .execute();
}

/** A stored group report. Only this product writes them, so the shape is its own. */
export function storedGroupReport(result: unknown): GroupReport {
  const content = result as GroupReport;
  if (content?.format !== 1) throw new Error("a group report of an unknown format");
  return content;
}
