import { lentRounds, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Cycles, each as its round and its own half; for a query that says which and what. */
export function cyclesIn(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("cycle")
    .innerJoin(lentRounds(scope), (join) => join.onRef("round.id", "=", "cycle.roundId"))
    .where("cycle.organisationId", "=", scope.organisationId);
}

/** Participants, each as a subject and its own half; for a query that says which and what. */
export function participantsIn(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("participant")
    .innerJoin(lentSubjects(scope), (join) =>
      join.onRef("subject.id", "=", "participant.subjectId"),
    )
    .where("participant.organisationId", "=", scope.organisationId);
}

/** Participants with their cycles; for a query that says which and what. */
export function participantsWithCycles(tx: Tx, scope: OrganisationScope) {
  return participantsIn(tx, scope)
    .innerJoin("cycle", (join) => join.onRef("cycle.roundId", "=", "subject.roundId"))
    .innerJoin(lentRounds(scope), (join) => join.onRef("round.id", "=", "cycle.roundId"))
    .where("cycle.organisationId", "=", scope.organisationId);
}
