import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { told } from "../answering/told-reads.server.ts";
import type { ReminderCycle, WorkLeft } from "../domain/reminders.ts";
import { pseudonymsIn } from "../pseudonyms/pseudonym.server.ts";
import { cycleState } from "../store/cycle-store.server.ts";

export type OpenCycle = ReminderCycle & {
  organisationId: string;
  name: string;
  instrumentId: string;
};

/** What one person has left in one cycle, and the invitation their link is made from. */
export type OpenWork = WorkLeft & { cycle: OpenCycle; invitationId: string };

/** Cycles that take answers now, wherever their raters are. */
export async function openCycles(tx: Tx, scope: OrganisationScope): Promise<OpenCycle[]> {
  const rows = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "collecting")
    .where("paused", "=", false)
    .select(["organisationId", "id", "name", "state", "paused", "opensOn", "closesOn"])
    .select(["reminderDays", "instrumentId"])
    .orderBy("id")
    .forKeyShare()
    .execute();
  return rows.map((row) => ({ ...row, state: cycleState(row.state) }));
}

/**
 * Who had something left to answer in these cycles at the last step (`domain/progress-steps`), by person: who is reminded, and how
 * many, tells HR no more than its pages do. Who answered is found by pseudonym, in memory alone: nothing is
 * stored or logged of it. Those whom nobody can be asked about any more are not counted.
 */
export async function workLeft(
  tx: Tx,
  scope: OrganisationScope,
  secret: string,
  cycles: readonly OpenCycle[],
  askedSince: Date,
): Promise<Map<string, OpenWork[]>> {
  if (cycles.length === 0) return new Map();
  const done = await doneRequests(tx, scope, cycles);
  const justAsked = await invitedSince(tx, scope, cycles, askedSince);
  const left = new Map<string, OpenWork[]>();
  for (const cycle of cycles) {
    const pseudonym = await pseudonymsIn(tx, cycle, secret);
    if (!pseudonym) continue;
    const requests = Map.groupBy(await requestsOf(tx, cycle), (row) => row.personId);
    for (const [personId, own] of requests) {
      const open = own.filter((pair) => !done.has(pseudonym(pair).toString("base64")));
      const [first] = open;
      if (!first) continue;
      const fresh = first.email !== null && justAsked.has(`${cycle.id} ${first.email}`);
      const work = { cycle, left: open.length, invitationId: first.invitationId, justAsked: fresh };
      left.set(personId, [...(left.get(personId) ?? []), work]);
    }
  }
  return left;
}

async function requestsOf(tx: Tx, cycle: OpenCycle) {
  return tx
    .selectFrom("rater")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "rater.organisationId")
        .onRef("participant.id", "=", "rater.participantId"),
    )
    .innerJoin("invitation", (join) =>
      join
        .onRef("invitation.organisationId", "=", "rater.organisationId")
        .onRef("invitation.cycleId", "=", "rater.cycleId")
        .onRef("invitation.personId", "=", "rater.personId"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "rater.organisationId")
        .onRef("person.id", "=", "rater.personId"),
    )
    .where("rater.organisationId", "=", cycle.organisationId)
    .where("rater.cycleId", "=", cycle.id)
    .where("rater.state", "=", "invited")
    .where("participant.withdrawn", "=", false)
    .select([
      "rater.personId",
      "rater.participantId",
      "invitation.id as invitationId",
      "person.email",
    ])
    .execute();
}

async function doneRequests(
  tx: Tx,
  scope: OrganisationScope,
  cycles: readonly OpenCycle[],
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", scope.organisationId)
    .where("cycleId", "=", sql<string>`ANY(${cycles.map((cycle) => cycle.id)}::uuid[])`)
    .where(told.done)
    .select("pseudonym")
    .execute();
  return new Set(rows.map(({ pseudonym }) => pseudonym?.toString("base64") ?? ""));
}

async function invitedSince(
  tx: Tx,
  scope: OrganisationScope,
  cycles: readonly OpenCycle[],
  since: Date,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("message")
    .where("organisationId", "=", scope.organisationId)
    .where("aboutId", "=", sql<string>`ANY(${cycles.map((cycle) => cycle.id)}::uuid[])`)
    .where("kind", "in", ["invitation", "new-link"])
    .where("createdAt", ">", since)
    .select(["aboutId", "toAddress"])
    .execute();
  return new Set(rows.map(({ aboutId, toAddress }) => `${aboutId} ${toAddress}`));
}
