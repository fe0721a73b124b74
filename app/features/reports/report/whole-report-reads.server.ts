import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/**
 * The reports of an organisation with their participants, their cycles beside them; for a query that says which and
 * what.
 */
export function reportsWithCycle(tx: Tx, { organisationId }: OrganisationScope) {
  return tx
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
    .where("report.organisationId", "=", organisationId);
}
