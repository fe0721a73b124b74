import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** What the rater model found in a round for these figures. No rater and no participant is in it. */
export async function modelsOf(
  tx: Tx,
  round: { organisationId: string; id: string },
  figures: readonly string[],
) {
  if (figures.length === 0) return [];
  return tx
    .selectFrom("cycleModel")
    .where("organisationId", "=", round.organisationId)
    .where("cycleId", "=", round.id)
    .where("figure", "in", figures)
    .selectAll()
    .orderBy("figure")
    .execute();
}

/** Rounds in which one of these figures was modelled. */
export async function roundsWithModels(
  tx: Tx,
  scope: OrganisationScope,
  figures: readonly string[],
): Promise<string[]> {
  if (figures.length === 0) return [];
  const rows = await tx
    .selectFrom("cycleModel")
    .where("organisationId", "=", scope.organisationId)
    .where("figure", "in", figures)
    .select("cycleId")
    .distinct()
    .execute();
  return rows.map(({ cycleId }) => cycleId);
}
