import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/**
 * Everyone on a list of raters of a cycle, with the person behind each and whom they are asked about; for a query that
 * says which and what.
 */
export function listedRaters(tx: Tx, { organisationId }: OrganisationScope, cycleId: string) {
  return tx
    .selectFrom("rater")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "rater.organisationId")
        .onRef("participant.id", "=", "rater.participantId"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "rater.organisationId")
        .onRef("person.id", "=", "rater.personId"),
    )
    .where("rater.organisationId", "=", organisationId)
    .where("rater.cycleId", "=", cycleId);
}
