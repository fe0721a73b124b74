import { lentRounds, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** The reports of an organisation, each with whom it is about; for a query that says which and what. */
export function reportsWithSubject(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("report")
    .innerJoin(lentSubjects(scope), (join) => join.onRef("subject.id", "=", "report.participantId"))
    .where("report.organisationId", "=", scope.organisationId);
}

/** The same with their rounds beside them. */
export function reportsWithRound(tx: Tx, scope: OrganisationScope) {
  return reportsWithSubject(tx, scope).innerJoin(lentRounds(scope), (join) =>
    join.onRef("round.id", "=", "report.cycleId"),
  );
}
