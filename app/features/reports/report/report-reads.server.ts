import { type RoleNeeds, roleNeeds } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { lentRounds, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { ReportContent } from "../domain/report-content.ts";
import {
  isReportSection,
  type ReportGrant,
  type ReportReader,
  readerOfReport,
  type SharedReader,
} from "../domain/report-reader.ts";
import { storedReport } from "./report-store.server.ts";
import { reportsWithRound } from "./whole-report-reads.server.ts";

export type OwnReport = { id: string; cycleName: string; releasedOn: string };

/** The reports a person may read about themselves, newest first. */
export async function ownReports(tx: Tx, actor: Actor): Promise<OwnReport[]> {
  if (!actor.personId) return [];
  const rows = await reportsWithRound(tx, actor)
    .where("subject.personId", "=", actor.personId)
    .where("report.releasedAt", "is not", null)
    .select(["report.id", "round.name as cycleName", "report.releasedAt"])
    .orderBy("report.releasedAt", "desc")
    .orderBy("report.id", "desc")
    .execute();
  return rows.map(({ id, cycleName, releasedAt }) => ({
    id,
    cycleName,
    releasedOn: releasedAt?.toISOString().slice(0, 10) ?? "",
  }));
}

export type SharedReport = {
  id: string;
  cycleName: string;
  participantName: string;
  reader: SharedReader;
  endsOn: string;
};

/** Reports that others granted to this person, as long as they may read them. */
export async function sharedReports(tx: Tx, actor: Actor, today: string): Promise<SharedReport[]> {
  if (!actor.personId || actor.role === "leaver") return [];
  const rows = await tx
    .selectFrom("reportGrant")
    .innerJoin("report", (join) =>
      join
        .onRef("report.organisationId", "=", "reportGrant.organisationId")
        .onRef("report.id", "=", "reportGrant.reportId"),
    )
    .innerJoin(lentSubjects(actor), (join) => join.onRef("subject.id", "=", "report.participantId"))
    .innerJoin(lentRounds(actor), (join) => join.onRef("round.id", "=", "report.cycleId"))
    .where("reportGrant.organisationId", "=", actor.organisationId)
    .where("reportGrant.personId", "=", actor.personId)
    .where("reportGrant.revokedAt", "is", null)
    .where("reportGrant.endsOn", ">=", today)
    .where("report.releasedAt", "is not", null)
    .select([
      "report.id",
      "round.name as cycleName",
      "subject.name as participantName",
      "reportGrant.reader",
      "reportGrant.endsOn",
    ])
    .orderBy("subject.name")
    .execute();
  return rows.map((row) => ({ ...row, reader: row.reader as SharedReader }));
}

export type ReportView = {
  id: string;
  cycleId: string;
  cycleName: string;
  participantName: string;
  participantPersonId: string;
  instrumentId: string;
  closedOn: string;
  /** What the participant's role needs, as it stood at launch. */
  role: RoleNeeds | null;
  content: ReportContent;
  reader: ReportReader;
};

/** One report, for those who may read it; null looks the same as none. `today` is a calendar date. */
export async function reportView(
  tx: Tx,
  actor: Actor,
  id: string,
  today: string,
): Promise<ReportView | null> {
  if (!isId(id)) return null;
  const row = await reportsWithRound(tx, actor)
    .where("report.id", "=", id)
    .select([
      "report.id",
      "report.cycleId",
      "report.result",
      "report.releasedAt",
      "report.createdAt",
      "subject.personId",
      "subject.coachId",
      "subject.name as participantName",
      "subject.roleProfile",
      "round.name as cycleName",
      "round.instrumentId",
      "round.releaseMode",
      "round.state",
    ])
    .executeTakeFirst();
  if (!row) return null;
  const facts = {
    participantPersonId: row.personId,
    closed: row.state === "closed" || row.state === "released",
    released: row.releasedAt !== null,
    releaseMode: row.releaseMode,
    coachPersonId: row.coachId,
    grants: await grantsOf(tx, actor, id),
  };
  const reader = readerOfReport(actor, facts, today);
  if (!reader) return null;
  return {
    id: row.id,
    cycleId: row.cycleId,
    cycleName: row.cycleName,
    participantName: row.participantName,
    participantPersonId: row.personId,
    instrumentId: row.instrumentId,
    closedOn: row.createdAt.toISOString().slice(0, 10),
    role: roleNeeds.nullable().parse(row.roleProfile),
    content: storedReport(row.result),
    reader,
  };
}

async function grantsOf(
  tx: Tx,
  { organisationId }: Actor,
  reportId: string,
): Promise<ReportGrant[]> {
  const rows = await tx
    .selectFrom("reportGrant")
    .where("organisationId", "=", organisationId)
    .where("reportId", "=", reportId)
    .select(["personId", "reader", "sections", "endsOn", "revokedAt"])
    .execute();
  return rows.map(({ reader, sections, revokedAt, ...row }) => ({
    ...row,
    reader: reader as SharedReader,
    sections: sections.filter(isReportSection),
    revoked: revokedAt !== null,
  }));
}
