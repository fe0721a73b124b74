import { sql } from "kysely";
import type { RoleNeeds } from "~/features/frameworks/index.ts";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import type { ListShape } from "~/features/rounds/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { raterRow, snapshotOf } from "./participant-rows.ts";

type CycleKey = { organisationId: string; id: string };

/** Takes everyone off these participants' lists. Before launch only: nobody has answered. */
export async function clearRaters(
  tx: Tx,
  cycle: CycleKey,
  participantIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("rater")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("participantId", "=", sql<string>`ANY(${participantIds}::uuid[])`)
    .execute();
}

/** Writes down whose these participants' lists are. */
export async function setLists(
  tx: Tx,
  cycle: CycleKey,
  participantIds: readonly string[],
  list: ListShape,
): Promise<void> {
  await tx
    .updateTable("participant")
    .set({ list })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("id", "=", sql<string>`ANY(${participantIds}::uuid[])`)
    .execute();
}

/** Keeps only raters of these relationships. Before launch only. */
export async function keepRelationships(
  tx: Tx,
  cycle: CycleKey,
  relationships: readonly Relationship[],
): Promise<void> {
  await tx
    .deleteFrom("rater")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("relationship", "not in", relationships)
    .execute();
}

/** Writes participants down as they are now, with what their role needs, in one statement. */
export async function writeSnapshots(
  tx: Tx,
  cycle: CycleKey,
  people: readonly ({ personId: string; role: RoleNeeds | null } & ReturnType<typeof snapshotOf>)[],
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((each) => ({
    person_id: each.personId,
    name: each.name,
    job_title: each.jobTitle,
    job_level: each.jobLevel,
    department: each.department,
    country: each.country,
    manager_id: each.managerId,
    role_profile: each.role,
  }));
  await sql`
    UPDATE participant
       SET (name, job_title, job_level, department, country, manager_id, role_profile)
         = (given.name, given.job_title, given.job_level, given.department, given.country, given.manager_id,
            NULLIF(given.role_profile, 'null'))
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given
           (person_id uuid, name text, job_title text, job_level text, department text, country text, manager_id uuid,
            role_profile jsonb)
     WHERE participant.organisation_id = ${cycle.organisationId}::uuid AND participant.cycle_id = ${cycle.id}::uuid
       AND participant.person_id = given.person_id
  `.execute(tx);
}

/** One record behind a personal link for each of these people, in one statement. */
export async function insertLinks(
  tx: Tx,
  cycle: CycleKey,
  links: readonly { id: string; personId: string }[],
  askedAt: Date,
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    INSERT INTO invitation (organisation_id, id, cycle_id, person_id, asked_at)
    SELECT ${cycle.organisationId}::uuid, id, ${cycle.id}::uuid, person_id, ${askedAt}
      FROM unnest(${links.map((link) => link.id)}::uuid[], ${links.map((link) => link.personId)}::uuid[])
           AS given (id, person_id)
  `.execute(tx);
}

const MANY = 200;

/**
 * Adds requests in one statement; someone already asked about a participant stays as they are. PostgreSQL keeps the plan
 * with which it checks that a request's participant exists; one made while there were few reads all of them each time.
 */
export async function insertRequests(
  tx: Tx,
  cycle: CycleKey,
  requests: readonly ReturnType<typeof raterRow>[],
): Promise<void> {
  if (requests.length === 0) return;
  if (requests.length >= MANY) await sql`DISCARD PLANS`.execute(tx);
  const column = (name: "id" | "participantId" | "personId" | "relationship") =>
    requests.map((request) => request[name]);
  const byParticipant = requests.map((request) => request.byParticipant);
  await sql`
    INSERT INTO rater (organisation_id, id, cycle_id, participant_id, person_id, relationship, by_participant, state)
    SELECT ${cycle.organisationId}::uuid, id, ${cycle.id}::uuid, participant_id, person_id, relationship, by_participant, 'chosen'
      FROM unnest(${column("id")}::uuid[], ${column("participantId")}::uuid[], ${column("personId")}::uuid[],
                  ${column("relationship")}::text[], ${byParticipant}::boolean[])
           AS given (id, participant_id, person_id, relationship, by_participant)
    ON CONFLICT (organisation_id, participant_id, person_id) DO NOTHING
  `.execute(tx);
}
