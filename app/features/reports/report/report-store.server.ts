import { assertDisclosed, type Disclosed } from "@twohats/disclosure";
import { sql } from "kysely";
import { organisationZone } from "~/features/people/index.server.ts";
import { lentRequests } from "~/features/rounds/lent-reads.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { GroupMember } from "../domain/group/group-report.ts";
import type { ReportContent } from "../domain/report-content.ts";
import { knownFormats, type StoredReport, upgradeReport } from "../domain/upgrade-report.ts";
import { reportsWithRound, reportsWithSubject } from "./whole-report-reads.server.ts";

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

type CycleKey = { organisationId: string; id: string };

/** The reports of a cycle that are written, by participant. For scoring only. */
export async function reportsSoFar(tx: Tx, cycle: CycleKey): Promise<Map<string, ReportContent>> {
  const rows = await tx
    .selectFrom("report")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .select(["participantId", "result"])
    .execute();
  return new Map(rows.map((row) => [row.participantId, storedReport(row.result)]));
}

/** The groups that a cycle's reports show, by participant. */
export async function reportGroups(
  tx: Tx,
  cycle: CycleKey,
): Promise<{ participantId: string; groups: ReportContent["groups"] }[]> {
  const rows = await tx
    .selectFrom("report")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .select(["participantId", sql<ReportContent["groups"]>`result -> 'groups'`.as("groups")])
    .execute();
  return rows;
}

/** Every participant of a cycle with what their report shows of them, for the report on the cycle. For scoring only. */
export async function groupMembers(tx: Tx, cycle: CycleKey): Promise<GroupMember[]> {
  const rows = await reportsWithSubject(tx, cycle)
    .where("report.cycleId", "=", cycle.id)
    .select([
      "report.participantId",
      "subject.department",
      sql<ReportContent["hats"]>`result -> 'hats'`.as("hats"),
      sql<ReportContent["competencies"]>`result -> 'competencies'`.as("competencies"),
    ])
    .orderBy("report.id")
    .execute();
  return rows.map(({ participantId, department, hats, competencies }) => ({
    participantId,
    department,
    rows: { hats, competencies },
  }));
}

export type EarlierReport = {
  personId: string;
  participantId: string;
  cycleName: string;
  instrumentId: string;
  closedOn: string;
  content: ReportContent;
};

/** The newest report of each of these people that they could already read. For scoring only. */
export async function lastReports(
  tx: Tx,
  cycle: CycleKey,
  personIds: readonly string[],
): Promise<EarlierReport[]> {
  if (personIds.length === 0) return [];
  const rows = await reportsWithRound(tx, cycle)
    .where("report.cycleId", "!=", cycle.id)
    .where("report.releasedAt", "is not", null)
    .where("subject.personId", "in", personIds)
    .distinctOn("subject.personId")
    .orderBy("subject.personId")
    .orderBy("report.createdAt", "desc")
    .orderBy("report.id", "desc")
    .select([
      "subject.personId",
      "report.participantId",
      "round.name as cycleName",
      "round.instrumentId",
      "report.createdAt",
      "report.result",
    ])
    .execute();
  const zone = await organisationZone(tx, cycle);
  return rows.map(({ createdAt, result, ...row }) => ({
    ...row,
    closedOn: dateIn(zone, createdAt),
    content: storedReport(result),
  }));
}

/** A report that its person could read, with its round; null where there is none of theirs. */
export async function releasedReport(
  tx: Tx,
  scope: OrganisationScope,
  { reportId, personId }: { reportId: string; personId: string },
) {
  const row = await reportsWithRound(tx, scope)
    .where("report.id", "=", reportId)
    .where("subject.personId", "=", personId)
    .where("report.releasedAt", "is not", null)
    .select(["report.id", "report.cycleId as roundId", "report.participantId as subjectId"])
    .select(["report.releasedAt", "report.result", "subject.personId", "subject.list"])
    .select(["round.name as roundName", "round.opensOn", "round.instrumentId"])
    .select("round.disclosurePolicy")
    .$narrowType<{ releasedAt: Date }>()
    .executeTakeFirst();
  if (!row) return null;
  const { result, ...report } = row;
  return { ...report, content: storedReport(result) };
}

/** Who besides themselves was asked about these participants of closed cycles; not who answered. */
export async function askedBefore(
  tx: Tx,
  cycle: CycleKey,
  participantIds: readonly string[],
): Promise<{ participantId: string; personId: string }[]> {
  if (participantIds.length === 0) return [];
  return tx
    .selectFrom(lentRequests(cycle))
    .where("request.subjectId", "in", participantIds)
    .where("request.relationship", "!=", "self")
    .where("request.state", "=", "ended")
    .select(["request.subjectId as participantId", "request.personId"])
    .execute();
}

/** A stored report as it was written. Only this product writes them, so the shape is its own. */
export function storedReport(result: unknown): ReportContent {
  const content = result as StoredReport;
  if (!knownFormats.includes(content?.format)) throw new Error("a report of an unknown format");
  return upgradeReport(content);
}
