import { sql } from "kysely";
import { type Actor, unitsOf } from "~/features/identity/index.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { broughtFromOutside } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { lentRequests, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { RaterLimits } from "../domain/rater-rules.ts";

export type SetupCounts = {
  participants: number;
  /** Participants whom somebody is asked about, and those whom somebody else is asked about. */
  rated: number;
  ratedByOthers: number;
  /** Participants with a group of too few raters who count to be shown alone. */
  withSmallGroups: number;
  /** Lists that their participants shaped and nobody else has agreed to. */
  shaped: number;
  /** Participants who brought people from outside onto their own list. */
  withOwnOutsiders: number;
  /** Participants with fewer, or more, raters than the cycle's limits say. */
  belowMinimum: number;
  aboveMaximum: number;
  /** Participants who are not active any more. */
  left: number;
  /** Lists of raters that nobody has approved. */
  notApproved: number;
  /** Participants who are in none of the reader's units any more, by name; nobody where no limit is. */
  movedOut: string[];
};

type Wanted = {
  cycleId: string;
  /** Raters who count that a group needs: usually, and where nobody else agreed to what a participant shaped. */
  minimum: { usual: number; shaped: number };
  limits: RaterLimits;
};

/** A cycle before launch in numbers, counted where it is stored. HR only. */
export async function setupCounts(
  tx: Tx,
  actor: Actor,
  { cycleId, minimum, limits }: Wanted,
): Promise<SetupCounts> {
  if (!mayRunRound(actor, cycleId)) throw new Error("counts of a cycle are HR's");
  const { rows } = await sql<Omit<SetupCounts, "movedOut">>`
    WITH taking_part AS (
      SELECT subject.id, participant.nomination, subject.list, person.status
        FROM participant
        JOIN ${lentSubjects(actor)} ON subject.id = participant.subject_id
        JOIN ${lentPeople(actor)} ON person.id = subject.person_id
       WHERE participant.organisation_id = ${actor.organisationId}::uuid AND subject.round_id = ${cycleId}::uuid
         AND NOT subject.withdrawn
    ), counted AS (
      -- Put together without a join: right after thousands of lists were stored, the planner takes them for a handful.
      SELECT id, max(nomination) AS nomination, max(list) AS list, max(status) AS status, sum(asked) AS raters,
             coalesce(sum(asked) FILTER (WHERE relationship <> 'self'), 0) AS others,
             min(counting) FILTER (WHERE relationship NOT IN ('self', 'manager')) AS fewest,
             sum(asked - counting) > 0 AS own_outsiders,
             coalesce(jsonb_object_agg(relationship, asked) FILTER (WHERE asked > 0), '{}') AS by_relationship
        FROM (
          SELECT id, nomination, list, status, NULL AS relationship, 0 AS asked, 0 AS counting FROM taking_part
          UNION ALL
          SELECT request.subject_id, NULL, NULL, NULL, request.relationship, count(*)::int,
                 (count(*) FILTER (WHERE NOT ${broughtFromOutside}))::int
            FROM ${lentRequests(actor)}
           WHERE request.round_id = ${cycleId}::uuid
           GROUP BY request.subject_id, request.relationship
        ) each
       GROUP BY id
      HAVING max(status) IS NOT NULL
    ), measured AS (
      SELECT t.*, limits.below, limits.above
        FROM counted t CROSS JOIN LATERAL (
          SELECT coalesce(bool_or(coalesce((t.by_relationship ->> l.key)::int, 0) < (l.value ->> 'min')::int), false) AS below,
                 coalesce(bool_or(coalesce((t.by_relationship ->> l.key)::int, 0) > (l.value ->> 'max')::int), false) AS above
            FROM jsonb_each(${JSON.stringify(limits)}::jsonb) l
        ) limits
    )
    SELECT count(*)::int AS participants,
           (count(*) FILTER (WHERE raters > 0))::int AS rated,
           (count(*) FILTER (WHERE others > 0))::int AS "ratedByOthers",
           (count(*) FILTER (WHERE fewest < CASE list WHEN 'shaped' THEN ${minimum.shaped}::int ELSE ${minimum.usual}::int END))::int
             AS "withSmallGroups",
           (count(*) FILTER (WHERE list = 'shaped'))::int AS "shaped",
           (count(*) FILTER (WHERE own_outsiders))::int AS "withOwnOutsiders",
           (count(*) FILTER (WHERE below))::int AS "belowMinimum",
           (count(*) FILTER (WHERE above))::int AS "aboveMaximum",
           (count(*) FILTER (WHERE status <> 'active'))::int AS "left",
           (count(*) FILTER (WHERE nomination <> 'approved'))::int AS "notApproved"
      FROM measured`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error("counting gave nothing");
  return { ...counts, movedOut: await movedOutOf(tx, actor, cycleId) };
}

/** By their department as it is now: a launch would write it down, and take the round out of reach. */
async function movedOutOf(tx: Tx, actor: Actor, cycleId: string): Promise<string[]> {
  const units = unitsOf(actor);
  if (units === null) return [];
  const rows = await tx
    .selectFrom(lentSubjects(actor))
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "subject.personId"))
    .where("subject.roundId", "=", cycleId)
    .where("subject.withdrawn", "=", false)
    .where("person.status", "=", "active")
    .where(sql<boolean>`coalesce(person.department <> ALL(${units}::text[]), true)`)
    .select("person.name")
    .orderBy("person.name")
    .execute();
  return rows.map(({ name }) => name);
}
