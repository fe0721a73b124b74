import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Whose addresses these are, and where they live, by address. */
export async function peopleByAddress(
  tx: Tx,
  scope: OrganisationScope,
  addresses: readonly string[],
): Promise<Map<string, { id: string; timezone: string | null }>> {
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .where(sql<boolean>`email = ANY(${addresses}::text[])`)
    .select(["id", "email", "timezone"])
    .execute();
  return new Map(
    rows.flatMap(({ email, ...person }) => (email === null ? [] : [[email, person] as const])),
  );
}
