import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { mayReadFiguresOf, mayReadSomeFigures } from "~/features/rounds/domain/index.ts";
import { lentClosures, lentRounds, withinReach } from "~/features/rounds/lent-reads.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { GroupReport } from "../domain/group/group-report.ts";
import { storedGroupReport } from "./group-report-store.server.ts";

export type GroupReportView = {
  cycleId: string;
  cycleName: string;
  instrumentId: string;
  closedOn: string;
  invited: number;
  answered: number;
  content: GroupReport;
  /** What the rater model found, by hat or competency. */
  variances: {
    figure: string;
    participants: number;
    raters: number;
    ratings: number;
    participantVariance: number;
    raterVariance: number;
    residualVariance: number;
  }[];
};

export type RoundReportLine = {
  cycleId: string;
  name: string;
  /** The day it was closed and its figures were decided. */
  closedOn: string;
  invited: number;
  answered: number;
};

/** The rounds on which there is a report, newest first. HR and its analysts; nothing for everyone else. */
export async function roundReports(tx: Tx, actor: Actor): Promise<RoundReportLine[]> {
  if (!mayReadSomeFigures(actor)) return [];
  const rows = await tx
    .selectFrom("groupReport")
    .innerJoin(lentRounds(actor), (join) => join.onRef("round.id", "=", "groupReport.cycleId"))
    .innerJoin(lentClosures(actor), (join) => join.onRef("closure.roundId", "=", "round.id"))
    .where("groupReport.organisationId", "=", actor.organisationId)
    .where(withinReach(actor))
    .select(["groupReport.cycleId", "round.name", "groupReport.createdAt"])
    .select(["closure.invited", "closure.answered"])
    .orderBy("groupReport.createdAt", "desc")
    .orderBy("groupReport.cycleId")
    .execute();
  const zone = await organisationZone(tx, actor);
  return rows.map(({ createdAt, ...row }) => ({ ...row, closedOn: dateIn(zone, createdAt) }));
}

/** A closed cycle as a whole. HR and its analysts; null when it is not closed, or there is none. */
export async function groupReportView(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<GroupReportView | null> {
  if (!mayReadFiguresOf(actor, cycleId) || !isId(cycleId)) return null;
  const row = await tx
    .selectFrom("groupReport")
    .innerJoin(lentRounds(actor), (join) => join.onRef("round.id", "=", "groupReport.cycleId"))
    .innerJoin(lentClosures(actor), (join) => join.onRef("closure.roundId", "=", "round.id"))
    .where("groupReport.organisationId", "=", actor.organisationId)
    .where("groupReport.cycleId", "=", cycleId)
    .select([
      "round.name as cycleName",
      "round.instrumentId",
      "closure.invited",
      "closure.answered",
      "groupReport.createdAt",
      "groupReport.result",
    ])
    .executeTakeFirst();
  if (!row) return null;
  const variances = await tx
    .selectFrom("cycleModel")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .select([
      "figure",
      "participants",
      "raters",
      "ratings",
      "participantVariance",
      "raterVariance",
      "residualVariance",
    ])
    .execute();
  const { createdAt, result, ...rest } = row;
  return {
    cycleId,
    ...rest,
    closedOn: dateIn(await organisationZone(tx, actor), createdAt),
    content: storedGroupReport(result),
    variances,
  };
}
