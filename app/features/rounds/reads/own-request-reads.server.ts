import type { Tx } from "~/platform/db/database.server.ts";
import type { RaterActor } from "../domain/rater.ts";
import { lentRequests, lentRounds, lentSubjects } from "../lent-reads.server.ts";

/**
 * Whom one person is asked about, with subject and round, in one round or in all; for a query that says which and what.
 */
export function requestsTo(tx: Tx, rater: RaterActor) {
  const requests = tx
    .selectFrom(lentRequests(rater))
    .innerJoin(lentSubjects(rater), (join) => join.onRef("subject.id", "=", "request.subjectId"))
    .innerJoin(lentRounds(rater), (join) => join.onRef("round.id", "=", "request.roundId"))
    .where("request.personId", "=", rater.personId);
  return rater.roundId ? requests.where("request.roundId", "=", rater.roundId) : requests;
}
