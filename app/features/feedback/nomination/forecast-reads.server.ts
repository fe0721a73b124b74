import { sql } from "kysely";
import { isRelationship } from "~/features/questionnaires/domain/index.ts";
import { instrumentById, instrumentsOver } from "~/features/questionnaires/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RaterCounts } from "../domain/enough-raters.ts";
import { basisOf, type ForecastBasis } from "../domain/reliability-forecast.ts";

/**
 * What a forecast for an instrument rests on: the newest round of the organisation with any questionnaire of the same
 * framework that was modelled, else built-in values. No rater and no participant is in it.
 */
export async function forecastBasis(
  tx: Tx,
  scope: OrganisationScope,
  instrumentId: string,
): Promise<ForecastBasis> {
  const content = await instrumentById(tx, scope, instrumentId);
  const hats = content?.framework.hats.map(({ key }) => key) ?? [];
  const alike = content ? await instrumentsOver(tx, scope, content.framework.key) : [];
  const newest = await tx
    .selectFrom("cycle")
    .where("cycle.organisationId", "=", scope.organisationId)
    .where("cycle.instrumentId", "=", sql<string>`ANY(${alike}::uuid[])`)
    .where("cycle.kind", "!=", "self")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("cycleModel")
          .whereRef("cycleModel.organisationId", "=", "cycle.organisationId")
          .whereRef("cycleModel.cycleId", "=", "cycle.id")
          .where("cycleModel.figure", "in", hats.length > 0 ? hats : [""])
          .select("cycleModel.figure"),
      ),
    )
    .select(["cycle.id", "cycle.name"])
    .orderBy("cycle.closesOn", "desc")
    .orderBy("cycle.id", "desc")
    .executeTakeFirst();
  if (!newest) return basisOf([]);
  const models = await tx
    .selectFrom("cycleModel")
    .where("organisationId", "=", scope.organisationId)
    .where("cycleId", "=", newest.id)
    .where("figure", "in", hats)
    .selectAll()
    .orderBy("figure")
    .execute();
  return basisOf(
    models.map((row) => ({
      cycleName: newest.name,
      participants: row.participants,
      raters: row.raters,
      ratings: row.ratings,
      connected: row.connected,
      components: {
        participant: row.participantVariance,
        rater: row.raterVariance,
        residual: row.residualVariance,
      },
    })),
  );
}

/** Raters by relationship of every participant of a cycle who is still in it. */
export async function raterCountsOf(
  tx: Tx,
  scope: OrganisationScope,
  cycleId: string,
): Promise<RaterCounts[]> {
  const rows = await tx
    .selectFrom("participant")
    .leftJoin("rater", (join) =>
      join
        .onRef("rater.organisationId", "=", "participant.organisationId")
        .onRef("rater.participantId", "=", "participant.id")
        .on("rater.state", "in", ["chosen", "invited"]),
    )
    .where("participant.organisationId", "=", scope.organisationId)
    .where("participant.cycleId", "=", cycleId)
    .where("participant.withdrawn", "=", false)
    .groupBy(["participant.id", "rater.relationship"])
    .select((eb) => [
      "participant.id",
      "rater.relationship",
      eb.fn.count<number>("rater.id").as("raters"),
    ])
    .execute();
  const lists = new Map<string, RaterCounts>();
  for (const { id, relationship, raters } of rows) {
    const counts = lists.get(id) ?? {};
    if (isRelationship(relationship)) counts[relationship] = Number(raters);
    lists.set(id, counts);
  }
  return [...lists.values()];
}
