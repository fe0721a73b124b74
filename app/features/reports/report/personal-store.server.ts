import { sql } from "kysely";
import { lentRounds } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { reportsWithSubject } from "./whole-report-reads.server.ts";

/** The reports about a person, released or not, with their round and what they chose from them. */
export async function reportsAbout(tx: Tx, scope: OrganisationScope, personId: string) {
  return reportsWithSubject(tx, scope)
    .innerJoin(lentRounds(scope), (join) => join.onRef("round.id", "=", "report.cycleId"))
    .where("subject.personId", "=", personId)
    .select([
      "report.id",
      "report.cycleId",
      "report.releasedAt",
      "round.name as round",
      "round.instrumentId",
    ])
    .orderBy("report.createdAt")
    .execute();
}

/** What somebody chose to work on. */
export async function focusFrom(tx: Tx, scope: OrganisationScope, reportIds: readonly string[]) {
  return tx
    .selectFrom("focus")
    .where("organisationId", "=", scope.organisationId)
    .where("reportId", "=", sql<string>`ANY(${reportIds}::uuid[])`)
    .select(["reportId", "item", "direction", "nextStep", "dueOn"])
    .orderBy("reportId")
    .orderBy("position")
    .execute();
}

/**
 * Deletes reports, what was chosen from them, and files that hold them among others'. What a round told of everybody
 * was decided when it closed, and reads none of them again.
 */
export async function deleteReports(
  tx: Tx,
  { organisationId }: OrganisationScope,
  reports: readonly { id: string; cycleId: string }[],
): Promise<void> {
  const ids = sql<string>`ANY(${reports.map(({ id }) => id)}::uuid[])`;
  const rounds = sql<string>`ANY(${reports.map(({ cycleId }) => cycleId)}::uuid[])`;
  const own = { organisationId };
  await tx
    .deleteFrom("focus")
    .where("organisationId", "=", own.organisationId)
    .where("reportId", "=", ids)
    .execute();
  await tx
    .deleteFrom("reportBundle")
    .where("organisationId", "=", own.organisationId)
    .where("cycleId", "=", rounds)
    .execute();
  await tx
    .deleteFrom("report")
    .where("organisationId", "=", own.organisationId)
    .where("id", "=", ids)
    .execute();
}
