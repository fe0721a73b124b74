import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** How the names of these people are said, and their pronouns, by person; whoever has neither is missing. */
export async function saidSoOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("id", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .select(["id", "pronunciation", "pronouns"])
    .execute();
  const said = rows.map(
    ({ id, pronunciation, pronouns }) =>
      [id, [pronunciation ?? [], pronouns ?? []].flat()] as const,
  );
  return new Map(said.filter(([, each]) => each.length > 0));
}
