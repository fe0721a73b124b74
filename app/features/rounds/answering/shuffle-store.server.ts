import { type RawBuilder, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type CycleKey = { organisationId: string; id: string };

/** Cycles in which something was written since their responses were last written together. */
export async function cyclesToShuffle(tx: Tx, scope: OrganisationScope): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT response.cycle_id AS id
      FROM response JOIN cycle
        ON cycle.organisation_id = response.organisation_id AND cycle.id = response.cycle_id
     WHERE response.organisation_id = ${scope.organisationId}::uuid AND cycle.state = 'collecting'
     GROUP BY response.cycle_id
    HAVING count(DISTINCT response.xmin::text) > 1
     ORDER BY response.cycle_id`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Writes all responses of a cycle anew, as they are, in one transaction and in random order: which transaction wrote a
 * row and where it lies no longer tell in what order people answered, nor who had not yet when they were reminded.
 */
export async function shuffleResponses(tx: Tx, cycle: CycleKey): Promise<void> {
  await writeAnew(tx, cycle, sql`told`);
}

/**
 * The same, and from now on what HR and participants are told is how far each response is now. A new one holds nothing
 * yet.
 */
export async function tellResponses(tx: Tx, cycle: CycleKey): Promise<void> {
  const now = sql`CASE WHEN state = 'submitted' THEN 'done' WHEN revision > 1 THEN 'started' END`;
  await writeAnew(tx, cycle, now);
}

async function writeAnew(tx: Tx, cycle: CycleKey, told: RawBuilder<unknown>): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM response
       WHERE organisation_id = ${cycle.organisationId}::uuid AND cycle_id = ${cycle.id}::uuid
      RETURNING *
    )
    INSERT INTO response (organisation_id, id, cycle_id, participant_id, relationship, pseudonym, device, state, ratings, cant_say, comments, revision, told)
    SELECT organisation_id, id, cycle_id, participant_id, relationship, pseudonym, device, state, ratings, cant_say, comments, revision, ${told}
      FROM gone ORDER BY gen_random_uuid()`.execute(tx);
}
