import type { Tx } from "~/platform/db/database.server.ts";
import type { RaterActor } from "../domain/rater.ts";
import { lentAnyRequests, lentRounds, lentSubjects } from "../lent-reads.server.ts";

/**
 * What one person is asked, with the round and its subject, if it is about somebody, in one round or in all; for a
 * query that says which and what.
 */
export function requestsTo(tx: Tx, rater: RaterActor) {
  const requests = tx
    .selectFrom(lentAnyRequests(rater))
    .leftJoin(lentSubjects(rater), (join) => join.onRef("subject.id", "=", "request.subjectId"))
    .innerJoin(lentRounds(rater), (join) => join.onRef("round.id", "=", "request.roundId"))
    .where("request.personId", "=", rater.personId);
  return rater.roundId ? requests.where("request.roundId", "=", rater.roundId) : requests;
}
