import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { lentRequests, lentSubjects } from "../lent-reads.server.ts";

/**
 * Everyone on a list of raters of a round, with the person behind each and whom they are asked about; for a query that
 * says which and what.
 */
export function listedRequests(tx: Tx, scope: OrganisationScope, roundId: string) {
  return tx
    .selectFrom(lentRequests(scope))
    .innerJoin(lentSubjects(scope), (join) => join.onRef("subject.id", "=", "request.subjectId"))
    .innerJoin(lentPeople(scope), (join) => join.onRef("person.id", "=", "request.personId"))
    .where("request.roundId", "=", roundId);
}
