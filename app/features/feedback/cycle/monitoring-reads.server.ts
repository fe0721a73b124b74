import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import { isRelationship } from "~/features/questionnaires/domain/index.ts";
import type { GroupSteps, RaterWork } from "~/features/rounds/domain/index.ts";
import { listedRaters, pseudonymsIn, told } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";

type CycleKey = { organisationId: string; id: string };

/** Counts by participant and relationship, of those who are still asked, as of the last step. HR only; counts, never an answer. */
export async function stepsByGroup(tx: Tx, actor: Actor, cycleId: string): Promise<GroupSteps[]> {
  if (!mayRunRounds(actor) || !isId(cycleId)) return [];
  const { organisationId } = actor;
  // Thousands of small rows: as one value they are read in a fraction of the time.
  const { rows } = await sql<{ groups: string }>`
    SELECT coalesce(json_agg(json_build_array(
             asked.participant_id, asked.relationship, asked.n,
             coalesce(given.started, 0), coalesce(given.done, 0))), '[]')::text AS groups
      FROM (SELECT rater.participant_id, rater.relationship, count(*) AS n
              FROM rater
             WHERE rater.organisation_id = ${organisationId} AND rater.cycle_id = ${cycleId}
               AND rater.state = 'invited'
             GROUP BY rater.participant_id, rater.relationship) AS asked
      LEFT JOIN (SELECT participant_id, relationship,
                        count(DISTINCT pseudonym) FILTER (WHERE ${told.started}) AS started,
                        count(DISTINCT pseudonym) FILTER (WHERE ${told.done}) AS done
                   FROM response
                  WHERE organisation_id = ${organisationId} AND cycle_id = ${cycleId}
                  GROUP BY participant_id, relationship) AS given
        ON given.participant_id = asked.participant_id AND given.relationship = asked.relationship`.execute(
    tx,
  );
  const groups = JSON.parse(rows[0]?.groups ?? "[]") as Group[];
  return groups.flatMap(([participantId, relationship, asked, started, done]) =>
    isRelationship(relationship) ? [{ participantId, relationship, asked, started, done }] : [],
  );
}

type Group = [
  participantId: string,
  relationship: string,
  asked: number,
  started: number,
  done: number,
];

/**
 * How many requests each rater has and how many of them were answered by the last step (`domain/progress-steps`). Who answered is found by pseudonym, in memory alone;
 * nothing of it is stored or logged. HR only.
 */
export async function workByRater(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  secret: string,
): Promise<RaterWork[]> {
  if (!mayRunRounds(actor) || !isId(cycleId)) return [];
  const cycle: CycleKey = { organisationId: actor.organisationId, id: cycleId };
  const pseudonym = await pseudonymsIn(tx, cycle, secret);
  if (!pseudonym) return [];
  const asked = await tx
    .selectFrom("rater")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycleId)
    .where("state", "=", "invited")
    .select(["personId", "participantId"])
    .execute();
  const sent = await tx
    .selectFrom("response")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycleId)
    .where(told.done)
    .where("pseudonym", "is not", null)
    .select("pseudonym")
    .execute();
  const done = new Set(sent.map((row) => row.pseudonym?.toString("base64")));
  const byPerson = Map.groupBy(asked, (pair) => pair.personId);
  return [...byPerson].map(([personId, pairs]) => ({
    personId,
    asked: pairs.length,
    done: pairs.filter((pair) => done.has(pseudonym(pair).toString("base64"))).length,
  }));
}

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
  return tx
    .selectFrom("participant")
    .leftJoin("person as coach", (join) =>
      join
        .onRef("coach.organisationId", "=", "participant.organisationId")
        .onRef("coach.id", "=", "participant.coachId"),
    )
    .where("participant.organisationId", "=", actor.organisationId)
    .where("participant.cycleId", "=", cycleId)
    .select([
      "participant.id",
      "participant.personId",
      "participant.name",
      "participant.department",
      "participant.withdrawn",
      "coach.name as coachName",
    ])
    .orderBy("participant.name")
    .orderBy("participant.id")
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
  return listedRaters(tx, actor, cycleId)
    .where("rater.state", "=", "declined")
    .select([
      "rater.id",
      "person.name",
      "rater.participantId",
      "participant.name as participantName",
      "rater.relationship",
      "rater.declineReason as reason",
    ])
    .orderBy("participant.name")
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
  const row = await tx
    .selectFrom("participant")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .where("id", "=", participantId)
    .select(["id", "personId", "name", "jobTitle", "department", "withdrawn"])
    .select(["coachId", "managerId", "list"])
    .executeTakeFirst();
  return row ?? null;
}
