import type { Actor } from "~/features/identity/index.ts";
import { listedRaters } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";

/** Someone who coaches a participant, or could, and is also asked to rate them. */
export type CoachWhoRates = {
  coachId: string;
  coach: string;
  participantId: string;
  participant: string;
};

/**
 * Coaches of a cycle who are also on the list of raters of whom they coach. HR only. Whoever was put on a list counts,
 * whatever became of it, until HR takes them off or the cycle is closed: nothing a rater does changes what is said
 * here.
 */
export async function coachesWhoRate(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<CoachWhoRates[]> {
  if (!mayRunRounds(actor)) return [];
  return couldCoach(tx, actor, cycleId)
    .whereRef("rater.personId", "=", "participant.coachId")
    .orderBy("person.name")
    .orderBy("participant.name")
    .orderBy("participant.id")
    .execute();
}

/**
 * Whom of those without a coach, or of one participant alone, these people are asked to rate: said before they are
 * chosen. HR only.
 */
export async function wouldRate(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  { personIds, about }: { personIds: readonly string[]; about: string | "all-without-coach" },
): Promise<CoachWhoRates[]> {
  if (!mayRunRounds(actor) || personIds.length === 0) return [];
  const asked = couldCoach(tx, actor, cycleId).where("rater.personId", "in", personIds);
  const meant =
    about === "all-without-coach"
      ? asked.where("participant.coachId", "is", null)
      : asked.where("participant.id", "=", about);
  return meant.orderBy("participant.name").orderBy("participant.id").execute();
}

function couldCoach(tx: Tx, actor: Actor, cycleId: string) {
  return listedRaters(tx, actor, cycleId)
    .where("rater.relationship", "!=", "self")
    .where("rater.state", "!=", "withdrawn")
    .where("participant.withdrawn", "=", false)
    .select([
      "rater.personId as coachId",
      "person.name as coach",
      "participant.id as participantId",
      "participant.name as participant",
    ]);
}
