import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { ReportContent } from "./domain/report-content.ts";
import { mayReadReport } from "./policy.ts";
import { storedReport } from "./report-store.server.ts";

export type ReportSummary = { id: string; cycleName: string; releasedOn: string };

/** The reports this person may read, newest first. */
export async function ownReports(tx: Tx, actor: Actor): Promise<ReportSummary[]> {
  if (!actor.personId) return [];
  const rows = await tx
    .selectFrom("report")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "report.organisationId")
        .onRef("participant.id", "=", "report.participantId"),
    )
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "report.organisationId")
        .onRef("cycle.id", "=", "report.cycleId"),
    )
    .where("report.organisationId", "=", actor.organisationId)
    .where("participant.personId", "=", actor.personId)
    .where("report.releasedAt", "is not", null)
    .select(["report.id", "cycle.name as cycleName", "report.releasedAt"])
    .orderBy("report.releasedAt", "desc")
    .execute();
  return rows.map(({ id, cycleName, releasedAt }) => ({
    id,
    cycleName,
    releasedOn: releasedAt?.toISOString().slice(0, 10) ?? "",
  }));
}

export type ReportView = {
  id: string;
  cycleName: string;
  participantName: string;
  instrumentId: string;
  closedOn: string;
  content: ReportContent;
};

/** One report, for those who may read it; null looks the same as none. */
export async function reportView(tx: Tx, actor: Actor, id: string): Promise<ReportView | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom("report")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "report.organisationId")
        .onRef("participant.id", "=", "report.participantId"),
    )
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "report.organisationId")
        .onRef("cycle.id", "=", "report.cycleId"),
    )
    .where("report.organisationId", "=", actor.organisationId)
    .where("report.id", "=", id)
    .select([
      "report.id",
      "report.result",
      "report.releasedAt",
      "report.createdAt",
      "participant.personId",
      "participant.name as participantName",
      "cycle.name as cycleName",
      "cycle.instrumentId",
    ])
    .executeTakeFirst();
  if (
    !row ||
    !mayReadReport(actor, { participantPersonId: row.personId, released: row.releasedAt !== null })
  )
    return null;
  return {
    id: row.id,
    cycleName: row.cycleName,
    participantName: row.participantName,
    instrumentId: row.instrumentId,
    closedOn: row.createdAt.toISOString().slice(0, 10),
    content: storedReport(row.result),
  };
}
