import { expressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
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

/** Of a statement's `round`: that somebody can read a report of it, since a moment or ever. */
export function hasReadReports(
  { organisationId }: OrganisationScope,
  since = new Date(0),
): RawBuilder<SqlBool> {
  return sql<SqlBool>`EXISTS (
    SELECT 1 FROM report r WHERE r.organisation_id = ${organisationId}::uuid
       AND r.cycle_id = "round"."id" AND r.released_at >= ${since})`;
}
