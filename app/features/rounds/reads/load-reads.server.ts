import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RequestLoad } from "../domain/request-load.ts";
import { lentRequests, lentRounds } from "../lent-reads.server.ts";

/**
 * How often people are asked about others: in one round, and in all that are open at once. Whoever is not in the map is
 * not asked.
 * @param personIds only these; everyone unless given.
 */
export async function requestLoad(
  tx: Tx,
  scope: OrganisationScope,
  roundId: string,
  personIds?: readonly string[],
): Promise<Map<string, RequestLoad>> {
  if (personIds?.length === 0) return new Map();
  let query = tx
    .selectFrom(lentRequests(scope))
    .innerJoin(lentRounds(scope), (join) => join.onRef("round.id", "=", "request.roundId"))
    .where("request.state", "in", ["chosen", "invited"])
    .where("request.relationship", "!=", "self")
    .where((eb) =>
      eb.or([eb("round.id", "=", roundId), eb("round.state", "in", ["nominating", "collecting"])]),
    );
  if (personIds)
    query = query.where("request.personId", "=", sql<string>`ANY(${personIds}::uuid[])`);
  const rows = await query
    .groupBy("request.personId")
    .select((eb) => [
      "request.personId",
      eb.fn.countAll<number>().as("atOnce"),
      eb.fn.countAll<number>().filterWhere("request.roundId", "=", roundId).as("here"),
    ])
    .execute();
  return new Map(
    rows.map(({ personId, here, atOnce }) => [
      personId,
      { here: Number(here), atOnce: Number(atOnce) },
    ]),
  );
}
