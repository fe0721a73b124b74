import { expressionBuilder } from "kysely";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { DB } from "~/platform/db/schema.gen.ts";

export { withinReach } from "./reach/reach-reads.server.ts";

// Lent to whoever adds their own half to a round: they join these and name none of the tables. Responses are lent to
// nobody.

/** An organisation's rounds, as `round`. */
export function lentRounds({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("round")
    .where("round.organisationId", "=", organisationId)
    .selectAll()
    .as("round");
}

/** Whom an organisation's rounds ask about, as `subject`. */
export function lentSubjects({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("subject")
    .where("subject.organisationId", "=", organisationId)
    .selectAll()
    .as("subject");
}

/** Who is asked about somebody, as `request`; whether they answered is in none of them. */
export function lentRequests({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("request")
    .where("request.organisationId", "=", organisationId)
    .where("request.subjectId", "is not", null)
    .where("request.relationship", "is not", null)
    .selectAll()
    .$narrowType<{ subjectId: string; relationship: string }>()
    .as("request");
}

/** How far the closing of rounds is, as `closure`. */
export function lentClosures({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("closure")
    .where("closure.organisationId", "=", organisationId)
    .selectAll()
    .as("closure");
}
