import { assertDisclosed, type Disclosed } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { ReportContent } from "./domain/report-content.ts";

type NewReport = {
  organisationId: string;
  cycleId: string;
  participantId: string;
  content: Disclosed<ReportContent>;
  createdAt: Date;
};

/** Freezes a report. Takes only what disclosure let through; a second try for the same participant changes nothing. */
export async function insertReport(
  tx: Tx,
  { organisationId, cycleId, participantId, content, createdAt }: NewReport,
): Promise<void> {
  assertDisclosed(content);
  await tx
    .insertInto("report")
    .values({
      organisationId,
      id: newId(),
      cycleId,
      participantId,
      result: JSON.stringify(content),
      createdAt,
    })
    .onConflict((conflict) => conflict.columns(["organisationId", "participantId"]).doNothing())
    .execute();
}

/** The groups that a cycle's reports show, by participant. */
export async function reportGroups(
  tx: Tx,
  cycle: { organisationId: string; id: string },
): Promise<{ participantId: string; groups: ReportContent["groups"] }[]> {
  const rows = await tx
    .selectFrom("report")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .select(["participantId", "result"])
    .execute();
  return rows.map((row) => ({
    participantId: row.participantId,
    groups: storedReport(row.result).groups,
  }));
}

/** A stored report as it was written. Only this product writes them, so the shape is its own. */
export function storedReport(result: unknown): ReportContent {
  const content = result as ReportContent;
  if (content?.format !== 1) throw new Error("a report of an unknown format");
  return content;
}

export async function releaseReports(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  releasedAt: Date,
): Promise<void> {
  await tx
    .updateTable("report")
    .set({ releasedAt })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("releasedAt", "is", null)
    .execute();
}
