import { sql } from "kysely";
import { readdressings } from "~/features/identity/index.server.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type RaterOrigin, readdressedSince } from "../domain/counting.ts";
import { lentRequests } from "../lent-reads.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";

/** Whether a subject put someone from outside on their own list; over a row of `request`, before the launch. */
export const broughtFromOutside = sql<boolean>`(request.by_subject AND request.relationship = 'outside')`;

/**
 * What a rater is to the subject. In rounds from before people from outside were a group, these are stored as
 * something else.
 */
const group = sql<string>`
  CASE WHEN person.external AND request.relationship <> 'self' THEN 'outside' ELSE request.relationship END`;

export type RaterWithOrigin = RaterOrigin & {
  personId: string;
  subjectId: string;
  relationship: Relationship;
  /** BCP 47, as far as the directory has it. */
  language: string | null;
  /** Asked, and neither declined nor taken off since. */
  asked: boolean;
};

/**
 * Everyone who was ever asked in a round about somebody, or about one subject of it, and where they come from. Says
 * nothing of who answered. Where they were asked about the same person before, `since` is when.
 */
export async function ratersWithOrigin(
  tx: Tx,
  round: RoundKey,
  subjectId?: string,
  since?: Date,
): Promise<RaterWithOrigin[]> {
  const rows = await askedIn(tx, round, subjectId);
  const changes = await readdressings(tx, round, [...new Set(rows.map((row) => row.personId))]);
  return rows.map(({ relationship, state, bySubject, askedAt, ...row }) => {
    if (!isRelationship(relationship)) throw new Error("unknown relationship");
    return {
      ...row,
      relationship,
      asked: state === "invited",
      broughtFromOutsideBySubject: bySubject && relationship === "outside",
      readdressedDuringRound: readdressedSince(changes.get(row.personId) ?? [], since ?? askedAt),
    };
  });
}

function askedIn(tx: Tx, round: RoundKey, subjectId: string | undefined) {
  const query = tx
    .selectFrom(lentRequests(round))
    .innerJoin(lentPeople(round), (join) => join.onRef("person.id", "=", "request.personId"))
    .leftJoin("invitation", (join) =>
      join
        .on("invitation.organisationId", "=", round.organisationId)
        .onRef("invitation.roundId", "=", "request.roundId")
        .onRef("invitation.personId", "=", "request.personId"),
    )
    .where("request.roundId", "=", round.id)
    .select(["request.personId", "request.subjectId", "request.bySubject", "request.state"])
    .select([group.as("relationship"), "person.language", "invitation.askedAt"]);
  return (subjectId ? query.where("request.subjectId", "=", subjectId) : query).execute();
}
