import type { Actor } from "~/features/identity/index.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { type Declined as DeclineWords, declineOf } from "../domain/decline.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { lentSubjects } from "../lent-reads.server.ts";
import { listedRequests } from "../reads/listed-request-reads.server.ts";

export type MonitoredSubject = {
  id: string;
  personId: string;
  name: string;
  department: string | null;
  withdrawn: boolean;
  coachId: string | null;
  coachName: string | null;
};

/** Whom a round asks about, by name. HR only. */
export async function monitoredSubjects(
  tx: Tx,
  actor: Actor,
  roundId: string,
): Promise<MonitoredSubject[]> {
  if (!mayRunRound(actor, roundId) || !isId(roundId)) return [];
  return tx
    .selectFrom(lentSubjects(actor))
    .leftJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "subject.coachId"))
    .where("subject.roundId", "=", roundId)
    .select([
      "subject.id",
      "subject.personId",
      "subject.name",
      "subject.department",
      "subject.withdrawn",
      "subject.coachId",
      "person.name as coachName",
    ])
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
}

export type Declined = {
  id: string;
  name: string;
  subjectId: string;
  subjectName: string;
  relationship: string;
  reason: DeclineWords | null;
  /** They were asked about whoever reads this, from whom their reason is kept, as they were told. */
  own: boolean;
};

/** Who declined, about whom, and why. HR only; nobody reads why somebody declined to rate them. */
export async function declinedRaters(tx: Tx, actor: Actor, roundId: string): Promise<Declined[]> {
  if (!mayRunRound(actor, roundId) || !isId(roundId)) return [];
  const rows = await listedRequests(tx, actor, roundId)
    .where("request.state", "=", "declined")
    .select([
      "request.id",
      "person.name",
      "subject.id as subjectId",
      "subject.name as subjectName",
      "subject.personId as about",
      "request.relationship",
      "request.declineReason",
    ])
    .orderBy("subject.name")
    .orderBy("person.name")
    .execute();
  return rows.map(({ declineReason, about, ...row }) => {
    const own = about === actor.personId;
    return { ...row, own, reason: own ? null : declineOf(declineReason) };
  });
}
