import type { Tx } from "~/platform/db/database.server.ts";
import type { Pair } from "../pseudonyms/pseudonym.server.ts";

/** Everyone who was ever asked in a cycle and about whom, whatever became of it, each pair once. Says nothing of who answered. */
export async function pairsAsked(
  tx: Tx,
  cycle: { organisationId: string; id: string },
): Promise<Pair[]> {
  return tx
    .selectFrom("rater")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .select(["personId", "participantId"])
    .distinct()
    .execute();
}
