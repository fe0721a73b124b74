import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** The addresses of these people, by person; whoever has none is left out. */
export async function addressesOf(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .select(["id", "email"])
    .execute();
  return new Map(rows.flatMap(({ id, email }) => (email === null ? [] : [[id, email] as const])));
}
