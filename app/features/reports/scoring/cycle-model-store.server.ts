import type { Tx } from "~/platform/db/database.server.ts";
import type { RaterModel } from "../domain/rater-model.ts";

/** Keeps what a round's rater models found, where it may be shown; for forecasts of the next. */
export async function insertModels(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  models: readonly RaterModel[],
): Promise<void> {
  const rows = models.flatMap(({ figure, variances, connected }) => {
    if (!variances.shown) return [];
    const { shown: _, ...found } = variances;
    return [
      { organisationId: cycle.organisationId, cycleId: cycle.id, figure, connected, ...found },
    ];
  });
  if (rows.length === 0) return;
  await tx
    .insertInto("cycleModel")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["organisationId", "cycleId", "figure"]).doNothing())
    .execute();
}
