import { type RoleNeeds, roleNeeds } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { type GrantedReader, grantTo, tookBackFrom } from "~/features/people/domain/index.ts";
import { organisationZone, unsafeGrantsOf } from "~/features/people/index.server.ts";
import { lentGrants } from "~/features/people/lent-reads.server.ts";
import { lentRounds, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { ReportContent } from "../domain/report-content.ts";
import { type ReportReader, readerOfReport } from "../domain/report-reader.ts";
import { grantedReport, REPORT } from "./granted-report.ts";
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
  const zone = await organisationZone(tx, actor);
  return rows.map(({ id, cycleName, releasedAt }) => ({
    id,
    cycleName,
    releasedOn: releasedAt ? dateIn(zone, releasedAt) : "",
  }));
}

/** The same with what each asked, and of which round it is. */
export async function ownReportsWithInstrument(
  tx: Tx,
  actor: Actor,
): Promise<{ id: string; round: string; instrumentId: string }[]> {
  if (!actor.personId) return [];
  return reportsWithRound(tx, actor)
    .where("subject.personId", "=", actor.personId)
    .where("report.releasedAt", "is not", null)
    .select(["report.id", "round.name as round", "round.instrumentId"])
    .orderBy("report.releasedAt", "desc")
    .orderBy("report.id", "desc")
    .execute();
}

export type SharedReport = {
  id: string;
  cycleName: string;
  participantName: string;
  reader: GrantedReader;
  endsOn: string;
};

/** Reports that others granted to this person, as long as they may read them. */
export async function sharedReports(tx: Tx, actor: Actor, today: string): Promise<SharedReport[]> {
  if (!actor.personId || actor.role === "leaver") return [];
  const rows = await tx
    .selectFrom("report")
    .innerJoin(lentGrants(actor, REPORT), (join) =>
      join.onRef("readingGrant.thingId", "=", "report.id"),
    )
    .innerJoin(lentSubjects(actor), (join) => join.onRef("subject.id", "=", "report.participantId"))
    .innerJoin(lentRounds(actor), (join) => join.onRef("round.id", "=", "report.cycleId"))
    .where("report.organisationId", "=", actor.organisationId)
    .where("readingGrant.personId", "=", actor.personId)
    .where("readingGrant.revokedAt", "is", null)
    .where("readingGrant.endsOn", ">=", today)
    .where("report.releasedAt", "is not", null)
    .select([
      "report.id",
      "round.name as cycleName",
      "subject.name as participantName",
      "readingGrant.reader",
      "readingGrant.endsOn",
    ])
    .orderBy("subject.name")
    .execute();
  return rows.map((row) => ({ ...row, reader: row.reader as GrantedReader }));
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
  const grants = await unsafeGrantsOf(tx, actor, grantedReport(id));
  const facts = {
    participantPersonId: row.personId,
    closed: row.state === "closed" || row.state === "released",
    released: row.releasedAt !== null,
    releaseMode: row.releaseMode,
    coachPersonId: row.coachId,
    grant: grantTo(grants, actor.personId, today),
    takenBack: tookBackFrom(grants, actor.personId),
  };
  const reader = readerOfReport(actor, facts);
  if (!reader) return null;
  return {
    id: row.id,
    cycleId: row.cycleId,
    cycleName: row.cycleName,
    participantName: row.participantName,
    participantPersonId: row.personId,
    instrumentId: row.instrumentId,
    closedOn: dateIn(await organisationZone(tx, actor), row.createdAt),
    role: roleNeeds.nullable().parse(row.roleProfile),
    content: storedReport(row.result),
    reader,
  };
}
