import { sql } from "kysely";
import { readdressings } from "~/features/identity/index.server.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type RaterOrigin, readdressedSince } from "../domain/counting.ts";

type CycleKey = { organisationId: string; id: string };

/** Whether the participant put someone from outside on their own list; over a row of `rater`, before the launch. */
export const broughtFromOutside = sql<boolean>`(rater.by_participant AND rater.relationship = 'outside')`;

/**
 * What a rater is to the participant. In rounds from before people from outside were a group, these are stored as
 * something else.
 */
const group = sql<string>`
  CASE WHEN person.external AND rater.relationship <> 'self' THEN 'outside' ELSE rater.relationship END`;

export type RaterWithOrigin = RaterOrigin & {
  personId: string;
  participantId: string;
  relationship: Relationship;
  /** BCP 47, as far as the directory has it. */
  language: string | null;
  /** Asked, and neither declined nor taken off since. */
  asked: boolean;
};

/**
 * Everyone who was ever asked in a cycle, or about one participant of it, and where they come from. Says nothing of who
 * answered.
 */
export async function ratersWithOrigin(
  tx: Tx,
  cycle: CycleKey,
  participantId?: string,
): Promise<RaterWithOrigin[]> {
  const rows = await askedIn(tx, cycle, participantId);
  const changes = await readdressings(tx, cycle, [...new Set(rows.map((row) => row.personId))]);
  return rows.map(({ relationship, state, byParticipant, askedAt, ...row }) => {
    if (!isRelationship(relationship)) throw new Error("unknown relationship");
    return {
      ...row,
      relationship,
      asked: state === "invited",
      broughtFromOutsideByParticipant: byParticipant && relationship === "outside",
      readdressedDuringRound: readdressedSince(changes.get(row.personId) ?? [], askedAt),
    };
  });
}

function askedIn(tx: Tx, cycle: CycleKey, participantId: string | undefined) {
  const query = tx
    .selectFrom("rater")
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "rater.organisationId")
        .onRef("person.id", "=", "rater.personId"),
    )
    .leftJoin("invitation", (join) =>
      join
        .onRef("invitation.organisationId", "=", "rater.organisationId")
        .onRef("invitation.cycleId", "=", "rater.cycleId")
        .onRef("invitation.personId", "=", "rater.personId"),
    )
    .where("rater.organisationId", "=", cycle.organisationId)
    .where("rater.cycleId", "=", cycle.id)
    .select(["rater.personId", "rater.participantId", "rater.byParticipant", "rater.state"])
    .select([group.as("relationship"), "person.language", "invitation.askedAt"]);
  return (participantId ? query.where("rater.participantId", "=", participantId) : query).execute();
}
