import type { Actor } from "~/features/identity/index.ts";
import { listedRequests } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
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
  if (!mayRunRound(actor, cycleId)) return [];
  return couldCoach(tx, actor, cycleId)
    .whereRef("request.personId", "=", "subject.coachId")
    .orderBy("person.name")
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
}

/**
 * Whom these people are asked to rate, of everyone, of those without a coach, or of one participant alone: said before
 * they are chosen. HR only.
 */
export async function wouldRate(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  {
    personIds,
    about,
  }: { personIds: readonly string[]; about: string | "anyone" | "all-without-coach" },
): Promise<CoachWhoRates[]> {
  if (!mayRunRound(actor, cycleId) || personIds.length === 0) return [];
  const asked = couldCoach(tx, actor, cycleId).where("request.personId", "in", personIds);
  const meant =
    about === "anyone"
      ? asked
      : about === "all-without-coach"
        ? asked.where("subject.coachId", "is", null)
        : asked.where("subject.id", "=", about);
  return meant.orderBy("subject.name").orderBy("subject.id").execute();
}

function couldCoach(tx: Tx, actor: Actor, cycleId: string) {
  return listedRequests(tx, actor, cycleId)
    .where("request.relationship", "!=", "self")
    .where("request.state", "!=", "withdrawn")
    .where("subject.withdrawn", "=", false)
    .select([
      "request.personId as coachId",
      "person.name as coach",
      "subject.id as participantId",
      "subject.name as participant",
    ]);
}
