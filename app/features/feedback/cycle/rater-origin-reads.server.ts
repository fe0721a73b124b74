import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { RaterOrigin } from "../domain/counting.ts";
import { isRelationship, type Relationship } from "../domain/relationship.ts";

type CycleKey = { organisationId: string; id: string };

/** Whether the participant put someone from outside on their own list; over a row of `rater`, before the launch. */
export const broughtFromOutside = sql<boolean>`(rater.by_participant AND rater.relationship = 'outside')`;

/** What a rater is to the participant. In rounds from before people from outside were a group, these are stored as something else. */
const group = sql<string>`
  CASE WHEN person.external AND rater.relationship <> 'self' THEN 'outside' ELSE rater.relationship END`;

/**
 * Whether somebody else changed a rater's address since they were asked; over rows of `rater`, `person` and, once they were
 * asked, `invitation`. The one place that knows how that is seen: HR's changes of an address begin a new version of links.
 */
const readdressed = sql<boolean>`coalesce(person.link_version > invitation.link_version, false)`;

export type RaterWithOrigin = RaterOrigin & {
  personId: string;
  participantId: string;
  relationship: Relationship;
  /** Asked, and neither declined nor taken off since. */
  asked: boolean;
};

/** Everyone who was ever asked in a cycle, or about one participant of it, and where they come from. Says nothing of who answered. */
export async function ratersWithOrigin(
  tx: Tx,
  cycle: CycleKey,
  participantId?: string,
): Promise<RaterWithOrigin[]> {
  let query = tx
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
    .where("rater.cycleId", "=", cycle.id);
  if (participantId) query = query.where("rater.participantId", "=", participantId);
  const rows = await query
    .select(["rater.personId", "rater.participantId", "rater.byParticipant", "rater.state"])
    .select([group.as("relationship"), readdressed.as("readdressedDuringRound")])
    .execute();
  return rows.map(({ relationship, state, byParticipant, ...row }) => {
    if (!isRelationship(relationship)) throw new Error("unknown relationship");
    return {
      ...row,
      relationship,
      asked: state === "invited",
      broughtFromOutsideByParticipant: byParticipant && relationship === "outside",
    };
  });
}
