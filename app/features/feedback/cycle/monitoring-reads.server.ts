import type { Actor } from "~/features/identity/index.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { listedRequests } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { participantsIn } from "./participation-reads.server.ts";

export type MonitoredParticipant = {
  id: string;
  personId: string;
  name: string;
  department: string | null;
  withdrawn: boolean;
  coachName: string | null;
};

/** Who takes part, by name. HR only. */
export async function monitoredParticipants(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<MonitoredParticipant[]> {
  if (!mayRunRounds(actor) || !isId(cycleId)) return [];
  return participantsIn(tx, actor)
    .leftJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "subject.coachId"))
    .where("subject.roundId", "=", cycleId)
    .select([
      "subject.id",
      "subject.personId",
      "subject.name",
      "subject.department",
      "subject.withdrawn",
      "person.name as coachName",
    ])
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
}

export type Declined = {
  id: string;
  name: string;
  participantId: string;
  participantName: string;
  relationship: string;
  reason: string | null;
};

/** Who declined, about whom, and why. HR only. */
export async function declinedRaters(tx: Tx, actor: Actor, cycleId: string): Promise<Declined[]> {
  if (!mayRunRounds(actor) || !isId(cycleId)) return [];
  return listedRequests(tx, actor, cycleId)
    .where("request.state", "=", "declined")
    .select([
      "request.id",
      "person.name",
      "subject.id as participantId",
      "subject.name as participantName",
      "request.relationship",
      "request.declineReason as reason",
    ])
    .orderBy("subject.name")
    .orderBy("person.name")
    .execute();
}

/** One participant of a cycle, with whom they report to and who coaches them. HR only. */
export async function monitoredParticipant(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  participantId: string,
) {
  if (!mayRunRounds(actor) || !isId(cycleId) || !isId(participantId)) return null;
  const row = await participantsIn(tx, actor)
    .where("subject.roundId", "=", cycleId)
    .where("subject.id", "=", participantId)
    .select(["subject.id", "subject.personId", "subject.name", "subject.jobTitle"])
    .select(["subject.department", "subject.withdrawn", "subject.coachId", "subject.managerId"])
    .select("subject.list")
    .executeTakeFirst();
  return row ?? null;
}
