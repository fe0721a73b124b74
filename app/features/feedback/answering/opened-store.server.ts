import type { Tx } from "~/platform/db/database.server.ts";
import type { RaterActor } from "../domain/rater.ts";

/** Notes of a rater's invitations that they were opened: of one cycle's by its link, of all that are collecting when signed in. */
export async function setOpened(
  tx: Tx,
  { organisationId, personId, cycleId }: RaterActor,
): Promise<void> {
  let update = tx
    .updateTable("invitation")
    .set({ opened: true })
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("opened", "=", false)
    .where("cycleId", "in", (eb) =>
      eb
        .selectFrom("cycle")
        .where("organisationId", "=", organisationId)
        .where("state", "=", "collecting")
        .select("id"),
    );
  if (cycleId) update = update.where("cycleId", "=", cycleId);
  await update.execute();
}
