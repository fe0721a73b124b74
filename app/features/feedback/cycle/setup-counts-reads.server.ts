import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import { MANY_REQUESTS } from "~/features/rounds/domain/index.ts";
import { broughtFromOutside } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
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
  if (!mayRunRounds(actor)) throw new Error("counts of a cycle are HR's");
  const { rows } = await sql<SetupCounts>`
    WITH taking_part AS (
      SELECT p.id, p.nomination, p.list, pe.status
        FROM participant p
        JOIN person pe ON pe.organisation_id = p.organisation_id AND pe.id = p.person_id
       WHERE p.organisation_id = ${actor.organisationId}::uuid AND p.cycle_id = ${cycleId}::uuid AND NOT p.withdrawn
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
          SELECT participant_id, NULL, NULL, NULL, relationship, count(*)::int,
                 (count(*) FILTER (WHERE NOT ${broughtFromOutside}))::int
            FROM rater
           WHERE organisation_id = ${actor.organisationId}::uuid AND cycle_id = ${cycleId}::uuid
           GROUP BY participant_id, relationship
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
  return counts;
}

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
  { cycleId, cap }: { cycleId: string; cap: number | null },
): Promise<AskedCounts> {
  if (!mayRunRounds(actor)) throw new Error("counts of a cycle are HR's");
  const { rows } = await sql<AskedCounts>`
    WITH asked AS (
      SELECT r.person_id,
             count(*) FILTER (WHERE r.cycle_id = ${cycleId}::uuid) AS requests,
             count(*) FILTER (WHERE r.cycle_id = ${cycleId}::uuid AND r.relationship <> 'self') AS here,
             count(*) FILTER (WHERE r.relationship <> 'self') AS at_once
        FROM rater r JOIN cycle c ON c.organisation_id = r.organisation_id AND c.id = r.cycle_id
       WHERE r.organisation_id = ${actor.organisationId}::uuid AND r.state IN ('chosen', 'invited')
         AND (c.id = ${cycleId}::uuid OR c.state IN ('nominating', 'collecting'))
       GROUP BY r.person_id
      HAVING count(*) FILTER (WHERE r.cycle_id = ${cycleId}::uuid) > 0
    ), known AS (
      SELECT asked.*, p.name, p.email IS NOT NULL AND p.status = 'active' AS reachable
        FROM asked JOIN person p ON p.organisation_id = ${actor.organisationId}::uuid AND p.id = asked.person_id
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

/** How many people each person is asked about in a cycle. HR only. */
export async function requestsByPerson(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<{ personId: string; requests: number }[]> {
  if (!mayRunRounds(actor)) return [];
  const rows = await tx
    .selectFrom("rater")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .where("state", "=", "chosen")
    .groupBy("personId")
    .select((eb) => ["personId", eb.fn.countAll<number>().as("requests")])
    .orderBy("personId")
    .execute();
  return rows.map(({ personId, requests }) => ({ personId, requests: Number(requests) }));
}
