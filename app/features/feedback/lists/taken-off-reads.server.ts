import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { lentRequests } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type TakenOff = {
  name: string;
  jobTitle: string | null;
  relationship: Relationship;
  /** As what the participant put them back, where they did. */
  backAs: Relationship | null;
};

/** Whom a participant took off their list, or asks as something else now. For whoever agrees to it, and HR. */
export async function takenOffBy(
  tx: Tx,
  scope: OrganisationScope,
  participantId: string,
): Promise<TakenOff[]> {
  const rows = await tx
    .selectFrom("takenOff")
    .innerJoin(lentPeople(scope), (join) => join.onRef("person.id", "=", "takenOff.personId"))
    .leftJoin(lentRequests(scope), (join) =>
      join
        .onRef("request.subjectId", "=", "takenOff.participantId")
        .onRef("request.personId", "=", "takenOff.personId"),
    )
    .where("takenOff.organisationId", "=", scope.organisationId)
    .where("takenOff.participantId", "=", participantId)
    .select(["person.name", "person.jobTitle", "takenOff.relationship"])
    .select("request.relationship as backAs")
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  return rows.flatMap(({ relationship, backAs, ...person }) => {
    if (!isRelationship(relationship) || relationship === backAs) return [];
    return [{ ...person, relationship, backAs: isRelationship(backAs) ? backAs : null }];
  });
}
