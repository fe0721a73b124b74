import type { Actor } from "~/features/identity/index.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import type { ListShape } from "~/features/rounds/domain/index.ts";
import { broughtFromOutside, storedShape, told } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { isNominationState, type NominationState } from "../domain/nomination.ts";

export type ParticipantProgress = {
  id: string;
  personId: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  nomination: NominationState;
  list: ListShape;
  /**
   * Requests by relationship, how many of them count towards a minimum by how they came onto the list, and how many were
   * answered. After closing only the requests remain.
   */
  groups: { relationship: Relationship; asked: number; counting: number; answered: number }[];
};

/** Who takes part and how far their raters are: counts, never an answer. HR only. */
export async function participantProgress(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<ParticipantProgress[]> {
  if (!mayRunRounds(actor) || !isId(cycleId)) return [];
  const participants = await tx
    .selectFrom("participant")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .select(["id", "personId", "name", "jobTitle", "department", "nomination", "list"])
    .orderBy("name")
    .orderBy("id")
    .execute();
  const counted = await tx
    .selectFrom("rater")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .groupBy(["participantId", "relationship"])
    .select((eb) => [
      "participantId",
      "relationship",
      eb.fn.countAll<number>().as("asked"),
      eb.fn.countAll<number>().filterWhere(broughtFromOutside, "=", false).as("counting"),
    ])
    .execute();
  const groups = Map.groupBy(counted, (row) => row.participantId);
  const answered = await answeredByGroup(tx, actor, cycleId);
  return participants.map((participant) => ({
    ...participant,
    nomination: isNominationState(participant.nomination) ? participant.nomination : "open",
    list: storedShape(participant.list),
    groups: (groups.get(participant.id) ?? []).flatMap(({ relationship, asked, counting }) =>
      isRelationship(relationship)
        ? [
            {
              relationship,
              asked: Number(asked),
              counting: Number(counting),
              answered: answered.get(`${participant.id} ${relationship}`) ?? 0,
            },
          ]
        : [],
    ),
  }));
}

/** How many sent answers were told of by participant and relationship, while they still belong to raters. */
async function answeredByGroup(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .where(told.done)
    .where("pseudonym", "is not", null)
    .groupBy(["participantId", "relationship"])
    .select((eb) => ["participantId", "relationship", eb.fn.countAll<number>().as("answered")])
    .execute();
  return new Map(
    rows.map((row) => [`${row.participantId} ${row.relationship}`, Number(row.answered)]),
  );
}
