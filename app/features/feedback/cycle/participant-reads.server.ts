import type { Actor } from "~/features/identity/index.ts";
import { mayRunRound, mayRunSomeRounds } from "~/features/rounds/index.ts";
import { withinReach } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { participantsIn, participantsWithCycles } from "./participation-reads.server.ts";

/** The cycles in which a person takes part, newest first. HR only. */
export async function roundsAbout(tx: Tx, actor: Actor, personId: string) {
  if (!mayRunSomeRounds(actor) || !isId(personId)) return [];
  return participantsWithCycles(tx, actor)
    .where(withinReach(actor))
    .where("subject.personId", "=", personId)
    .select(["round.id as cycleId", "subject.id as participantId"])
    .select(["round.name", "round.state", "subject.withdrawn"])
    .orderBy("round.createdAt", "desc")
    .execute();
}

/** One participant of a cycle, with whom they report to and who coaches them. HR only. */
export async function participantOfCycle(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  participantId: string,
) {
  if (!mayRunRound(actor, cycleId) || !isId(cycleId) || !isId(participantId)) return null;
  const row = await participantsIn(tx, actor)
    .where("subject.roundId", "=", cycleId)
    .where("subject.id", "=", participantId)
    .select(["subject.id", "subject.personId", "subject.name", "subject.jobTitle"])
    .select(["subject.department", "subject.withdrawn", "subject.coachId", "subject.managerId"])
    .select("subject.list")
    .executeTakeFirst();
  return row ?? null;
}
