import type { Actor } from "~/features/identity/index.ts";
import { currentGrants } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { grantedReport } from "../report/granted-report.ts";
import { reportsWithRound } from "../report/whole-report-reads.server.ts";
import { coachOf } from "./named-coach-reads.server.ts";

/** Who besides its participant can read a report today. */
export type ReportReaders = {
  coach: string | null;
  grants: { name: string; endsOn: string }[];
  /** Participants were told, before anyone answered, that HR may keep their reports. */
  hrKeeps: boolean;
};

/** For the participant alone to be told, who is known to be the one that asks. */
export async function reportReaders(
  tx: Tx,
  actor: Actor,
  reportId: string,
  today: string,
): Promise<ReportReaders> {
  const round = await reportsWithRound(tx, actor)
    .where("report.id", "=", reportId)
    .select("round.hrKeepsReports")
    .executeTakeFirstOrThrow();
  const grants = await currentGrants(tx, actor, grantedReport(reportId), today);
  const coach = await coachOf(tx, actor, reportId);
  return {
    coach: coach?.name ?? null,
    grants: grants
      .filter(({ personId }) => personId !== coach?.personId)
      .map(({ name, endsOn }) => ({ name, endsOn })),
    hrKeeps: round.hrKeepsReports,
  };
}
