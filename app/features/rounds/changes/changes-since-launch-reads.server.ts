import type { DisclosurePolicy } from "@twohats/disclosure";
import { sql } from "kysely";
import { readdressings } from "~/features/identity/index.server.ts";
import { type Actor, isLimited } from "~/features/identity/index.ts";
import { organisationZone, peopleByIds, teamMoves } from "~/features/people/index.server.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { isRelationship } from "~/features/questionnaires/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { dateIn, endOfDay } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import {
  type AskedThen,
  changesSinceLaunch,
  type PersonNow,
  type SinceLaunch,
  type SubjectThen,
} from "../domain/changes-since-launch.ts";
import { countsTowardsMinimum } from "../domain/counting.ts";
import { policyForList } from "../domain/list-shape.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { lentRounds, lentSubjects } from "../lent-reads.server.ts";
import { listedRequests } from "../reads/listed-request-reads.server.ts";
import { ratersWithOrigin } from "../reads/rater-origin-reads.server.ts";
import { storedPolicy } from "../store/round-store.server.ts";
import { storedShape } from "../store/subject-store.server.ts";

/**
 * What became of a round's people since its launch, while answers are collected. HR only: nothing for others.
 */
export async function changesInRound(
  tx: Tx,
  actor: Actor,
  roundId: string,
): Promise<SinceLaunch[]> {
  if (!mayRunRound(actor, roundId) || !isId(roundId)) return [];
  const round = await tx
    .selectFrom(lentRounds(actor))
    .where("round.id", "=", roundId)
    .select(["round.state", "round.paused", "round.opensOn", "round.closesOn"])
    .select("round.disclosurePolicy")
    .executeTakeFirst();
  if (round?.state !== "collecting" || round.opensOn === null) return [];
  const { opensOn, closesOn, paused } = round;
  const zone = await organisationZone(tx, actor);
  const subjects = await subjectsThen(tx, actor, roundId, storedPolicy(round.disclosurePolicy));
  const { asked, readdressed } = await askedThen(tx, actor, roundId, zone);
  const own = subjects.map(({ personId }) => personId);
  const reports = asked.flatMap((each) =>
    each.relationship === "direct_report" ? [each.personId] : [],
  );
  const moves = await teamMoves(
    tx,
    actor,
    { people: [...new Set(reports)], managers: own },
    { since: endOfDay(daysAfter(opensOn, -1), zone), zone },
  );
  const first = await peopleNow(tx, actor, [
    ...own,
    ...asked.map(({ personId }) => personId),
    ...moves.map(({ personId }) => personId),
    ...subjects.flatMap(({ managerId }) => managerId ?? []),
  ]);
  const managers = own.flatMap((each) => first.get(each)?.managerId ?? []);
  const missing = managers.filter((each) => !first.has(each));
  const people = new Map([...first, ...(await peopleNow(tx, actor, missing))]);
  return changesSinceLaunch({ closesOn, paused, subjects, asked, people, readdressed, moves });
}

async function subjectsThen(
  tx: Tx,
  actor: Actor,
  roundId: string,
  policy: DisclosurePolicy,
): Promise<SubjectThen[]> {
  const rows = await tx
    .selectFrom(lentSubjects(actor))
    .where("subject.roundId", "=", roundId)
    .where("subject.withdrawn", "=", false)
    .select(["subject.id", "subject.personId", "subject.managerId"])
    .select(["subject.department", "subject.jobTitle", "subject.list"])
    .execute();
  return rows.map(({ list, ...row }) => ({
    ...row,
    minimum: policyForList(policy, storedShape(list)).minimum,
  }));
}

async function askedThen(tx: Tx, actor: Actor, roundId: string, zone: string) {
  const round = { organisationId: actor.organisationId, id: roundId };
  const rows = await listedRequests(tx, actor, roundId)
    .where("request.state", "in", ["invited", "declined"])
    .where("subject.withdrawn", "=", false)
    .select(["request.id", "request.subjectId", "request.personId", "request.relationship"])
    .select(["request.state", "request.replaces"])
    .execute();
  const origins = await ratersWithOrigin(tx, round);
  const key = (each: { subjectId: string; personId: string }) =>
    `${each.subjectId} ${each.personId}`;
  const byPair = new Map(origins.map((each) => [key(each), each]));
  const asked = rows.flatMap((row): AskedThen[] => {
    const origin = byPair.get(key(row));
    if (!origin || !isRelationship(row.relationship)) return [];
    return [
      {
        ...{ id: row.id, subjectId: row.subjectId, personId: row.personId },
        ...{ relationship: row.relationship, declined: row.state === "declined" },
        ...{ counts: countsTowardsMinimum(origin), replaces: row.replaces },
      },
    ];
  });
  const changed = origins.flatMap((each) => (each.readdressedDuringRound ? [each.personId] : []));
  const changes = await readdressings(tx, actor, [...new Set(changed)]);
  const readdressed = new Map(
    [...changes].flatMap(([personId, own]) => {
      const last = own.map(({ at }) => at.getTime()).sort((a, b) => b - a)[0];
      return last === undefined ? [] : [[personId, dateIn(zone, new Date(last))] as const];
    }),
  );
  return { asked, readdressed };
}

async function peopleNow(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, PersonNow>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const names = await peopleByIds(tx, actor, wanted);
  const rows = await tx
    .selectFrom(lentPeople(actor))
    .where(sql<boolean>`person.id = ANY(${wanted}::uuid[])`)
    .select(["person.id", "person.inactiveSince", "person.leavesOn"])
    .execute();
  const dates = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    names.map(({ id, name, status, managerId, department, jobTitle }) => [
      id,
      {
        ...{ id, name, managerId, department, jobTitle, here: status === "active" },
        leftOn: dates.get(id)?.inactiveSince ?? null,
        // On which day somebody is to leave is for HR of everybody, who decide on it.
        leavesOn: isLimited(actor) ? null : (dates.get(id)?.leavesOn ?? null),
      },
    ]),
  );
}
