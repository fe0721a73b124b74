import { sql } from "kysely";
import type { RequestLoad } from "~/features/rounds/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/**
 * How often people are asked about others: in one cycle, and in all that are open at once. Whoever is not in the map is
 * not asked.
 * @param personIds only these; everyone unless given.
 */
export async function requestLoad(
  tx: Tx,
  scope: OrganisationScope,
  cycleId: string,
  personIds?: readonly string[],
): Promise<Map<string, RequestLoad>> {
  if (personIds?.length === 0) return new Map();
  let query = tx
    .selectFrom("rater")
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "rater.organisationId")
        .onRef("cycle.id", "=", "rater.cycleId"),
    )
    .where("rater.organisationId", "=", scope.organisationId)
    .where("rater.state", "in", ["chosen", "invited"])
    .where("rater.relationship", "!=", "self")
    .where((eb) =>
      eb.or([eb("cycle.id", "=", cycleId), eb("cycle.state", "in", ["nominating", "collecting"])]),
    );
  if (personIds) query = query.where("rater.personId", "=", sql<string>`ANY(${personIds}::uuid[])`);
  const rows = await query
    .groupBy("rater.personId")
    .select((eb) => [
      "rater.personId",
      eb.fn.countAll<number>().as("atOnce"),
      eb.fn.countAll<number>().filterWhere("rater.cycleId", "=", cycleId).as("here"),
    ])
    .execute();
  return new Map(
    rows.map(({ personId, here, atOnce }) => [
      personId,
      { here: Number(here), atOnce: Number(atOnce) },
    ]),
  );
}
