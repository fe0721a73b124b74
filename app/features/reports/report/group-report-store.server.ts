import { assertDisclosed, type Disclosed } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import type { GroupReport, GroupRow, Spread } from "../domain/group/group-report.ts";

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

type FirstFormat = Omit<GroupReport, "format" | "hats" | "competencies"> & {
  format: 1;
  hats: (Omit<GroupRow, "spread"> & { findings: Spread["counts"] | null })[];
  competencies: Omit<GroupRow, "spread">[];
};

/** A stored group report. Only this product writes them, so the shape is its own; an earlier one says less. */
export function storedGroupReport(result: unknown): GroupReport {
  const content = result as GroupReport | FirstFormat;
  switch (content?.format) {
    case 1:
      return {
        ...content,
        format: 2,
        hats: content.hats.map(({ findings, ...row }) => ({
          ...row,
          spread: findings && { counts: findings, of: row.all.shown ? row.all.n : null },
        })),
        competencies: content.competencies.map((row) => ({ ...row, spread: null })),
      };
    case 2:
      return content;
    default:
      throw new Error("a group report of an unknown format");
  }
}
