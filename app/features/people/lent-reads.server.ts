import { expressionBuilder, type RawBuilder, sql } from "kysely";
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

/** A fact of a lent `person` as the organisation has it, whatever its person chose in place of that. */
export function asOrganisationSays(
  field: "preferredName" | "language" | "timezone",
): RawBuilder<string | null> {
  const [says, column] = [sql.ref("person.organisationSays"), sql.ref(`person.${field}`)];
  return sql<
    string | null
  >`CASE WHEN ${says} ? ${sql.lit(field)} THEN ${says} ->> ${sql.lit(field)} ELSE ${column} END`;
}

/** Who may read what of one kind, or might until it was taken back, as `readingGrant`. */
export function lentGrants({ organisationId }: OrganisationScope, kind: string) {
  return expressionBuilder<DB, never>()
    .selectFrom("readingGrant")
    .where("readingGrant.organisationId", "=", organisationId)
    .where("readingGrant.kind", "=", kind)
    .selectAll()
    .as("readingGrant");
}
