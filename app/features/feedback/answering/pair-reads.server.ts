import type { Tx } from "~/platform/db/database.server.ts";
import type { Pair } from "./pseudonym.server.ts";

/** Everyone who was ever asked in a cycle and about whom, whatever became of it, each pair once. Says nothing of who answered. */
export async function pairsAsked(
  tx: Tx,
  cycle: { organisationId: string; id: string },
): Promise<(Pair & { language: string | null })[]> {
  return tx
    .selectFrom("rater")
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "rater.organisationId")
        .onRef("person.id", "=", "rater.personId"),
    )
    .where("rater.organisationId", "=", cycle.organisationId)
    .where("rater.cycleId", "=", cycle.id)
    .select(["rater.personId", "rater.participantId", "person.language"])
    .distinct()
    .execute();
}
