import type { Tx } from "~/platform/db/database.server.ts";
import type { RaterActor } from "../domain/rater.ts";

/**
 * What one person is asked, with participant and cycle, in one cycle or in all; for a query that says which and what.
 */
export function requestsTo(tx: Tx, { organisationId, personId, cycleId }: RaterActor) {
  const requests = tx
    .selectFrom("rater")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "rater.organisationId")
        .onRef("participant.id", "=", "rater.participantId"),
    )
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "rater.organisationId")
        .onRef("cycle.id", "=", "rater.cycleId"),
    )
    .where("rater.organisationId", "=", organisationId)
    .where("rater.personId", "=", personId);
  return cycleId ? requests.where("rater.cycleId", "=", cycleId) : requests;
}
