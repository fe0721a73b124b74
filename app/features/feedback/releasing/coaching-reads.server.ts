import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";

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
  const rows = await tx
    .selectFrom("participant")
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "participant.organisationId")
        .onRef("cycle.id", "=", "participant.cycleId"),
    )
    .leftJoin("report", (join) =>
      join
        .onRef("report.organisationId", "=", "participant.organisationId")
        .onRef("report.participantId", "=", "participant.id"),
    )
    .leftJoin("reportGrant", (join) =>
      join
        .onRef("reportGrant.organisationId", "=", "report.organisationId")
        .onRef("reportGrant.reportId", "=", "report.id")
        .on("reportGrant.personId", "=", personId)
        .on("reportGrant.revokedAt", "is not", null),
    )
    .where("participant.organisationId", "=", actor.organisationId)
    .where("participant.coachId", "=", personId)
    .where("participant.personId", "!=", personId)
    .where("participant.withdrawn", "=", false)
    .where("cycle.releaseMode", "=", "coach")
    .where("cycle.state", "in", ["collecting", "closing", "closed", "released"])
    .select([
      "participant.id as participantId",
      "participant.name",
      "cycle.name as cycleName",
      "cycle.state",
      "report.id as reportId",
      "report.releasedAt",
      "reportGrant.id as taken",
    ])
    .distinct()
    .orderBy("participant.name")
    .orderBy("participant.id")
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
