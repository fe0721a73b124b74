import type { Tx } from "~/platform/db/database.server.ts";
import { lentAnyRequests } from "../lent-reads.server.ts";
import type { Pair } from "../pseudonyms/pseudonym.server.ts";

/**
 * Everyone who was ever asked in a round and about whom, if anybody, whatever became of it, each pair once. Says
 * nothing of who answered.
 */
export async function pairsAsked(
  tx: Tx,
  round: { organisationId: string; id: string },
): Promise<Pair[]> {
  return tx
    .selectFrom(lentAnyRequests(round))
    .where("request.roundId", "=", round.id)
    .select(["request.personId", "request.subjectId"])
    .distinct()
    .execute();
}
