import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { told } from "../answering/told-reads.server.ts";
import { countsTowardsMinimum } from "../domain/counting.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import type { GroupSteps, RaterWork } from "../domain/monitoring.ts";
import type { AskedRater } from "../domain/own-progress.ts";
import { lentRequests } from "../lent-reads.server.ts";
import { type Pair, pseudonymsIn } from "../pseudonyms/pseudonym.server.ts";
import { broughtFromOutside, ratersWithOrigin } from "../reads/rater-origin-reads.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";

// How far a round is, as of the last step: counts, never an answer.

type Group = [
  subjectId: string,
  relationship: string,
  asked: number,
  started: number,
  done: number,
];

/** Counts by subject and relationship, of those who are still asked. HR only. */
export async function stepsByGroup(tx: Tx, actor: Actor, roundId: string): Promise<GroupSteps[]> {
  if (!mayRunRound(actor, roundId) || !isId(roundId)) return [];
  const { organisationId } = actor;
  // Thousands of small rows: as one value they are read in a fraction of the time.
  const { rows } = await sql<{ groups: string }>`
    SELECT coalesce(json_agg(json_build_array(
             asked.subject_id, asked.relationship, asked.n,
             coalesce(given.started, 0), coalesce(given.done, 0))), '[]')::text AS groups
      FROM (SELECT request.subject_id, request.relationship, count(*) AS n
              FROM request
             WHERE request.organisation_id = ${organisationId} AND request.round_id = ${roundId}
               AND request.state = 'invited'
             GROUP BY request.subject_id, request.relationship) AS asked
      LEFT JOIN (SELECT subject_id, relationship,
                        count(DISTINCT pseudonym) FILTER (WHERE ${told.started}) AS started,
                        count(DISTINCT pseudonym) FILTER (WHERE ${told.done}) AS done
                   FROM response
                  WHERE organisation_id = ${organisationId} AND round_id = ${roundId}
                  GROUP BY subject_id, relationship) AS given
        ON given.subject_id = asked.subject_id AND given.relationship = asked.relationship`.execute(
    tx,
  );
  const groups = JSON.parse(rows[0]?.groups ?? "[]") as Group[];
  return groups.flatMap(([subjectId, relationship, asked, started, done]) =>
    isRelationship(relationship) ? [{ subjectId, relationship, asked, started, done }] : [],
  );
}

/**
 * How many requests each person has and how many of them were answered. Who answered is found by pseudonym, in memory
 * alone; nothing of it is stored or logged. HR only.
 */
export async function workByRater(
  tx: Tx,
  actor: Actor,
  roundId: string,
  secret: string,
): Promise<RaterWork[]> {
  if (!mayRunRound(actor, roundId) || !isId(roundId)) return [];
  const round = { organisationId: actor.organisationId, id: roundId };
  const pseudonym = await pseudonymsIn(tx, round, secret);
  if (!pseudonym) return [];
  const asked = await tx
    .selectFrom(lentRequests(round))
    .where("request.roundId", "=", round.id)
    .where("request.state", "=", "invited")
    .select(["request.personId", "request.subjectId"])
    .execute();
  const done = await doneIn(tx, round);
  const byPerson = Map.groupBy(asked, (pair) => pair.personId);
  return [...byPerson].map(([personId, pairs]) => ({
    personId,
    asked: pairs.length,
    done: pairs.filter((pair) => done.has(pseudonym(pair).toString("base64"))).length,
  }));
}

/** Everyone asked about a subject, and whether they had answered. */
export async function askedRatersOf(
  tx: Tx,
  round: RoundKey,
  subjectId: string,
  secret: string,
): Promise<AskedRater[]> {
  const pseudonym = await pseudonymsIn(tx, round, secret);
  const done = await doneIn(tx, round, subjectId);
  return (await ratersWithOrigin(tx, round, subjectId))
    .filter(({ asked }) => asked)
    .map((rater) => ({
      relationship: rater.relationship,
      counts: countsTowardsMinimum(rater),
      answered: pseudonym !== null && done.has(pseudonym(rater).toString("base64")),
    }));
}

async function doneIn(tx: Tx, round: RoundKey, subjectId?: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .$if(subjectId !== undefined, (query) => query.where("subjectId", "=", subjectId ?? ""))
    .where(told.done)
    .where("pseudonym", "is not", null)
    .select("pseudonym")
    .execute();
  return new Set(rows.map(({ pseudonym }) => pseudonym?.toString("base64") ?? ""));
}

/**
 * Whether any of these pairs had sent answers when progress was last told: no more than HR's pages of who has work
 * left say by name. Found by pseudonym, in memory.
 */
export async function wasToldDone(
  tx: Tx,
  round: { organisationId: string; id: string },
  secret: string,
  pairs: readonly Pair[],
): Promise<boolean> {
  const pseudonym = await pseudonymsIn(tx, round, secret);
  if (!pseudonym) return false;
  const found = await tx
    .selectFrom("response")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("pseudonym", "=", sql<Buffer>`ANY(${pairs.map(pseudonym)}::bytea[])`)
    .where(told.done)
    .select(sql`1`.as("one"))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export type GroupProgress = {
  subjectId: string;
  relationship: Relationship;
  /** Requests, how many of them count towards a minimum by how they came onto the list, and how many were answered. */
  asked: number;
  counting: number;
  answered: number;
};

/** Every group of a round, whatever became of its requests. After closing only the requests remain. HR only. */
export async function groupsOf(tx: Tx, actor: Actor, roundId: string): Promise<GroupProgress[]> {
  if (!mayRunRound(actor, roundId) || !isId(roundId)) return [];
  const round = { organisationId: actor.organisationId, id: roundId };
  const counted = await tx
    .selectFrom(lentRequests(round))
    .where("request.roundId", "=", round.id)
    .groupBy(["request.subjectId", "request.relationship"])
    .select((eb) => [
      "request.subjectId",
      "request.relationship",
      eb.fn.countAll<number>().as("asked"),
      eb.fn.countAll<number>().filterWhere(broughtFromOutside, "=", false).as("counting"),
    ])
    .execute();
  const answered = await answeredByGroup(tx, round);
  return counted.flatMap(({ subjectId, relationship, asked, counting }) =>
    isRelationship(relationship)
      ? [
          {
            subjectId,
            relationship,
            asked: Number(asked),
            counting: Number(counting),
            answered: answered.get(`${subjectId} ${relationship}`) ?? 0,
          },
        ]
      : [],
  );
}

/** How many sent answers were told of by subject and relationship, while they still belong to raters. */
async function answeredByGroup(tx: Tx, round: RoundKey): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where(told.done)
    .where("pseudonym", "is not", null)
    .groupBy(["subjectId", "relationship"])
    .select((eb) => ["subjectId", "relationship", eb.fn.countAll<number>().as("answered")])
    .execute();
  return new Map(rows.map((row) => [`${row.subjectId} ${row.relationship}`, Number(row.answered)]));
}

/** How many subjects, requests and told answers each of these rounds has, to be read in a query over `round`. */
export function countsOfRound({ organisationId }: OrganisationScope) {
  const ofRound = sql`organisation_id = ${organisationId}::uuid AND round_id = "round"."id"`;
  return [
    sql<number>`(SELECT count(*) FROM subject WHERE ${ofRound})`.as("subjects"),
    sql<number>`(SELECT count(*) FROM request WHERE ${ofRound})`.as("requests"),
    sql<number>`(SELECT count(*) FROM response WHERE ${ofRound} AND ${told.done})`.as("done"),
  ] as const;
}
