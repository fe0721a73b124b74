import type { Actor } from "~/features/identity/index.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { lentRequests } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { mayChangeLaunchedList, mayChooseRaters } from "../domain/nomination.ts";
import type { RaterChoice } from "./nomination-reads.server.ts";

/** Somebody who was taken off a list and can be put back. */
export type TakenOut = {
  personId: string;
  name: string;
  jobTitle: string | null;
  relationship: Relationship;
  byParticipant: boolean;
};

/**
 * Who can be put back on a list: before the launch whom the participant took off, for whoever may change it, and after
 * it whom HR took off, for HR. Whether they had answered is in none of it.
 */
export async function takenOutOf(
  tx: Tx,
  actor: Actor,
  { facts, participant }: Pick<RaterChoice, "facts" | "participant">,
): Promise<TakenOut[]> {
  if (mayChangeLaunchedList(actor, facts)) return takenOutSinceLaunch(tx, actor, participant.id);
  return mayChooseRaters(actor, facts) ? takenOffBefore(tx, actor, participant.id) : [];
}

async function takenOutSinceLaunch(
  tx: Tx,
  actor: Actor,
  participantId: string,
): Promise<TakenOut[]> {
  const rows = await tx
    .selectFrom(lentRequests(actor))
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "request.personId"))
    .where("request.subjectId", "=", participantId)
    .where("request.state", "=", "withdrawn")
    .where("request.leftWithSubject", "=", false)
    .where("person.status", "=", "active")
    .select(["request.personId", "person.name", "person.jobTitle", "request.relationship"])
    .select("request.bySubject as byParticipant")
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  return rows.flatMap(named);
}

async function takenOffBefore(tx: Tx, actor: Actor, participantId: string): Promise<TakenOut[]> {
  const rows = await tx
    .selectFrom("takenOff")
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "takenOff.personId"))
    .leftJoin(lentRequests(actor), (join) =>
      join
        .onRef("request.subjectId", "=", "takenOff.participantId")
        .onRef("request.personId", "=", "takenOff.personId"),
    )
    .where("takenOff.organisationId", "=", actor.organisationId)
    .where("takenOff.participantId", "=", participantId)
    .where("request.id", "is", null)
    .where("person.status", "=", "active")
    .select(["takenOff.personId", "person.name", "person.jobTitle", "takenOff.relationship"])
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  return rows.flatMap((row) => named({ ...row, byParticipant: false }));
}

function named<Row extends { relationship: string }>(
  row: Row,
): (Row & { relationship: Relationship })[] {
  const { relationship } = row;
  return isRelationship(relationship) ? [{ ...row, relationship }] : [];
}
