import { expressionBuilder } from "kysely";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { DB } from "~/platform/db/schema.gen.ts";

/** The people of an organisation, as `person`: for features above to join with theirs without naming the table. */
export function lentPeople({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("person")
    .where("person.organisationId", "=", organisationId)
    .selectAll()
    .as("person");
}
