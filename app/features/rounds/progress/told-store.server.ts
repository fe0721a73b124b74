import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";

/** Rounds that collect answers to a questionnaire and of which nothing was told at this step yet. */
export async function roundsToTell(
  tx: Tx,
  scope: OrganisationScope,
  step: Date,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("round")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "collecting")
    .where("instrumentId", "is not", null)
    .where((eb) => eb.or([eb("toldAt", "is", null), eb("toldAt", "<", step)]))
    .select("id")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Remembers up to which step was told: the step itself, not when the work was done. */
export async function setTold(tx: Tx, round: RoundKey, step: Date): Promise<void> {
  await tx
    .updateTable("round")
    .set({ toldAt: step })
    .where("organisationId", "=", round.organisationId)
    .where("id", "=", round.id)
    .execute();
}
