import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { MANY_REQUESTS } from "../domain/request-load.ts";
import { lentRequests } from "../lent-reads.server.ts";

export type AskedCounts = {
  /** Those who would get an invitation, and the answers they would be asked for in all. */
  people: number;
  requests: number;
  /** Names of those without an address, or who have left. */
  unreachable: string[];
  /** People with more requests than the cap, and with five or more at once, their own view aside. */
  overCap: number;
  askedOften: number;
};

/** Everyone a launch would ask, in numbers. HR only. */
export async function askedCounts(
  tx: Tx,
  actor: Actor,
  { roundId: id, cap }: { roundId: string; cap: number | null },
): Promise<AskedCounts> {
  if (!mayRunRound(actor, id)) throw new Error("counts of a round are HR's");
  const { organisationId } = actor;
  const { rows } = await sql<AskedCounts>`
    WITH asked AS (
      SELECT r.person_id,
             count(*) FILTER (WHERE r.round_id = ${id}::uuid) AS requests,
             count(*) FILTER (WHERE r.round_id = ${id}::uuid AND r.relationship <> 'self') AS here,
             count(*) FILTER (WHERE r.relationship <> 'self') AS at_once
        FROM request r JOIN round c ON c.organisation_id = r.organisation_id AND c.id = r.round_id
       WHERE r.organisation_id = ${organisationId}::uuid AND r.state IN ('chosen', 'invited')
         AND (c.id = ${id}::uuid OR c.state IN ('nominating', 'collecting'))
       GROUP BY r.person_id
      HAVING count(*) FILTER (WHERE r.round_id = ${id}::uuid) > 0
    ), known AS (
      SELECT asked.*, person.name, person.email IS NOT NULL AND person.status = 'active' AS reachable
        FROM asked JOIN ${lentPeople(actor)} ON person.id = asked.person_id
    )
    SELECT (count(*) FILTER (WHERE reachable))::int AS people,
           coalesce(sum(requests) FILTER (WHERE reachable), 0)::int AS requests,
           coalesce(array_agg(name ORDER BY name) FILTER (WHERE NOT reachable), '{}') AS unreachable,
           (count(*) FILTER (WHERE here > ${cap}::int))::int AS "overCap",
           (count(*) FILTER (WHERE at_once >= ${MANY_REQUESTS}::int AND here > 0))::int AS "askedOften"
      FROM known`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error("counting gave nothing");
  return counts;
}

/** How many people each person is asked about in a round. HR only. */
export async function requestsByPerson(
  tx: Tx,
  actor: Actor,
  roundId: string,
): Promise<{ personId: string; requests: number }[]> {
  if (!mayRunRound(actor, roundId)) return [];
  const rows = await tx
    .selectFrom(lentRequests(actor))
    .where("request.roundId", "=", roundId)
    .where("request.state", "=", "chosen")
    .groupBy("request.personId")
    .select((eb) => ["request.personId", eb.fn.countAll<number>().as("requests")])
    .orderBy("request.personId")
    .execute();
  return rows.map(({ personId, requests }) => ({ personId, requests: Number(requests) }));
}

/** Someone who is to be asked, and about how many people. */
export type PersonAsked = { name: string; requests: number; reachable: boolean };

/** Everyone a launch would ask, by name. Reachable are those with an address who still work here. HR only. */
export async function peopleAsked(tx: Tx, actor: Actor, roundId: string): Promise<PersonAsked[]> {
  if (!mayRunRound(actor, roundId)) return [];
  const rows = await tx
    .selectFrom(lentRequests(actor))
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "request.personId"))
    .where("request.roundId", "=", roundId)
    .groupBy(["person.id", "person.name", "person.email", "person.status"])
    .select((eb) => [
      "person.name",
      "person.email",
      "person.status",
      eb.fn.countAll<number>().as("requests"),
    ])
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  return rows.map(({ name, email, status, requests }) => ({
    name,
    requests: Number(requests),
    reachable: email !== null && status === "active",
  }));
}
