import { sql } from "kysely";
import { resumedOn } from "~/features/identity/index.server.ts";
import { lettersSince } from "~/features/letters/index.server.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { told } from "../answering/told-reads.server.ts";
import type { ReminderRound, WorkLeft } from "../domain/reminders.ts";
import { lentAnyRequests, lentSubjects, takesPart } from "../lent-reads.server.ts";
import { pseudonymsIn } from "../pseudonyms/pseudonym.server.ts";
import { roundState } from "../store/round-store.server.ts";

export type OpenRound = ReminderRound & {
  organisationId: string;
  name: string;
  instrumentId: string;
};

/** What one person has left in one round, and the invitation their link is made from. */
export type OpenWork = WorkLeft & { round: OpenRound; invitationId: string };

/** Rounds that take answers now, wherever their raters are. */
export async function openRounds(tx: Tx, scope: OrganisationScope): Promise<OpenRound[]> {
  const rows = await tx
    .selectFrom("round")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "collecting")
    .where("paused", "=", false)
    .where("instrumentId", "is not", null)
    .select(["organisationId", "id", "name", "state", "paused", "opensOn", "closesOn"])
    .select(["reminderDays", "instrumentId"])
    .$narrowType<{ instrumentId: string }>()
    .orderBy("id")
    .forKeyShare()
    .execute();
  const quietUntil = rows.length > 0 ? await resumedOn(tx, scope) : null;
  return rows.map((row) => ({ ...row, state: roundState(row.state), quietUntil }));
}

/**
 * Who had something left to answer in these rounds at the last step (`domain/progress-steps`), by person: who is
 * reminded, and how many, tells HR no more than its pages do. Who answered is found by pseudonym, in memory alone:
 * nothing is stored or logged of it. Those whom nobody can be asked about any more are not counted.
 */
export async function workLeft(
  tx: Tx,
  scope: OrganisationScope,
  secret: string,
  rounds: readonly OpenRound[],
  askedSince: Date,
): Promise<Map<string, OpenWork[]>> {
  if (rounds.length === 0) return new Map();
  const done = await doneRequests(tx, scope, rounds);
  const justAsked = await invitedSince(tx, scope, rounds, askedSince);
  const left = new Map<string, OpenWork[]>();
  for (const round of rounds) {
    const pseudonym = await pseudonymsIn(tx, round, secret);
    if (!pseudonym) continue;
    const requests = Map.groupBy(await requestsOf(tx, round), (row) => row.personId);
    for (const [personId, own] of requests) {
      const open = own.filter((pair) => !done.has(pseudonym(pair).toString("base64")));
      const [first] = open;
      if (!first) continue;
      const fresh = first.email !== null && justAsked.has(`${round.id} ${first.email}`);
      const work = { round, left: open.length, invitationId: first.invitationId, justAsked: fresh };
      left.set(personId, [...(left.get(personId) ?? []), work]);
    }
  }
  return left;
}

async function requestsOf(tx: Tx, round: OpenRound) {
  return tx
    .selectFrom(lentAnyRequests(round))
    .leftJoin(lentSubjects(round), (join) => join.onRef("subject.id", "=", "request.subjectId"))
    .innerJoin("invitation", (join) =>
      join
        .on("invitation.organisationId", "=", round.organisationId)
        .onRef("invitation.roundId", "=", "request.roundId")
        .onRef("invitation.personId", "=", "request.personId"),
    )
    .innerJoin(lentPeople(round), (join) => join.onRef("person.id", "=", "request.personId"))
    .where("request.roundId", "=", round.id)
    .where("request.state", "=", "invited")
    .where(takesPart)
    .select([
      "request.personId",
      "request.subjectId",
      "invitation.id as invitationId",
      "person.email",
    ])
    .execute();
}

async function doneRequests(
  tx: Tx,
  scope: OrganisationScope,
  rounds: readonly OpenRound[],
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", scope.organisationId)
    .where("roundId", "=", sql<string>`ANY(${rounds.map((round) => round.id)}::uuid[])`)
    .where(told.done)
    .select("pseudonym")
    .execute();
  return new Set(rows.map(({ pseudonym }) => pseudonym?.toString("base64") ?? ""));
}

async function invitedSince(
  tx: Tx,
  scope: OrganisationScope,
  rounds: readonly OpenRound[],
  since: Date,
): Promise<Set<string>> {
  const about = new Set(rounds.map((round) => round.id));
  const rows = await lettersSince(tx, scope, ["invitation", "new-link"], since);
  return new Set(
    rows
      .filter(({ aboutId }) => about.has(aboutId ?? ""))
      .map(({ aboutId, toAddress }) => `${aboutId} ${toAddress}`),
  );
}
