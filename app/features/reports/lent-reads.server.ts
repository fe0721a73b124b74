import { expressionBuilder } from "kysely";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { DB } from "~/platform/db/schema.gen.ts";

// Lent to features above, which join these and name none of the tables. What a report says is not lent.

/** That something was chosen in a report to work on, as `focus`; not what. */
export function lentFocus({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("focus")
    .where("focus.organisationId", "=", organisationId)
    .select("focus.reportId")
    .as("focus");
}

/** Which reports there are, and whether they can be read, as `report`. */
export function lentReports({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("report")
    .where("report.organisationId", "=", organisationId)
    .select(["report.id", "report.cycleId", "report.participantId", "report.releasedAt"])
    .as("report");
}
