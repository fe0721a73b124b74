import { sql } from "kysely";
import { isRelationship } from "~/features/questionnaires/domain/index.ts";
import { instrumentById, instrumentsOver } from "~/features/questionnaires/index.server.ts";
import { modelsOf, roundsWithModels } from "~/features/reports/index.server.ts";
import { lentRequests, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { cyclesIn } from "../cycle/participation-reads.server.ts";
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
  const modelled = await roundsWithModels(tx, scope, hats);
  const newest = await cyclesIn(tx, scope)
    .where("round.instrumentId", "=", sql<string>`ANY(${alike}::uuid[])`)
    .where("cycle.kind", "!=", "self")
    .where("round.id", "=", sql<string>`ANY(${modelled}::uuid[])`)
    .select(["round.id", "round.name"])
    .orderBy("round.closesOn", "desc")
    .orderBy("round.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest) return basisOf([]);
  const models = await modelsOf(tx, { organisationId: scope.organisationId, id: newest.id }, hats);
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
    .selectFrom(lentSubjects(scope))
    .leftJoin(lentRequests(scope), (join) =>
      join
        .onRef("request.subjectId", "=", "subject.id")
        .on("request.state", "in", ["chosen", "invited"]),
    )
    .where("subject.roundId", "=", cycleId)
    .where("subject.withdrawn", "=", false)
    .groupBy(["subject.id", "request.relationship"])
    .select((eb) => [
      "subject.id",
      "request.relationship",
      eb.fn.count<number>("request.id").as("raters"),
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
