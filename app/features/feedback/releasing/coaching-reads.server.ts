import type { Actor } from "~/features/identity/index.ts";
import { lentGrants } from "~/features/people/lent-reads.server.ts";
import { REPORT } from "~/features/reports/index.ts";
import { lentReports } from "~/features/reports/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { participantsWithCycles } from "../cycle/participation-reads.server.ts";

export type Coachee = {
  participantId: string;
  name: string;
  cycleName: string;
  /** Their report, once it is made and the coach may read it; null before, and where the participant took that back. */
  report: { id: string; released: boolean } | null;
};

/** Whom this person coaches in cycles where coaches read first: those who wait for them, then by name. */
export async function coachees(tx: Tx, actor: Actor): Promise<Coachee[]> {
  if (!actor.personId) return [];
  const personId = actor.personId;
  const rows = await participantsWithCycles(tx, actor)
    .leftJoin(lentReports(actor), (join) => join.onRef("report.participantId", "=", "subject.id"))
    .leftJoin(lentGrants(actor, REPORT), (join) =>
      join
        .onRef("readingGrant.thingId", "=", "report.id")
        .on("readingGrant.personId", "=", personId)
        .on("readingGrant.revokedAt", "is not", null),
    )
    .where("subject.coachId", "=", personId)
    .where("subject.personId", "!=", personId)
    .where("subject.withdrawn", "=", false)
    .where("round.releaseMode", "=", "coach")
    .where("round.state", "in", ["collecting", "closing", "closed", "released"])
    .select([
      "subject.id as participantId",
      "subject.name",
      "round.name as cycleName",
      "round.state",
      "report.id as reportId",
      "report.releasedAt",
      "readingGrant.id as taken",
    ])
    .distinct()
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
  const rank = ({ report }: Coachee) => (!report ? 1 : report.released ? 2 : 0);
  return rows
    .map(({ reportId, releasedAt, taken, state, ...row }) => {
      const made = state === "closed" || state === "released";
      const report =
        made && reportId && !taken ? { id: reportId, released: releasedAt !== null } : null;
      return { ...row, report };
    })
    .sort((a, b) => rank(a) - rank(b));
}
