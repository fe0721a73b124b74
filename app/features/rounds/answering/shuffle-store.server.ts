import { type RawBuilder, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type RoundKey = { organisationId: string; id: string };

/** Rounds in which something was written since their responses were last written together. */
export async function roundsToShuffle(tx: Tx, scope: OrganisationScope): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT response.round_id AS id
      FROM response JOIN round
        ON round.organisation_id = response.organisation_id AND round.id = response.round_id
     WHERE response.organisation_id = ${scope.organisationId}::uuid AND round.state = 'collecting'
     GROUP BY response.round_id
    HAVING count(DISTINCT response.xmin::text) > 1
     ORDER BY response.round_id`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Writes all responses of a round anew, as they are, in one transaction and in random order: which transaction wrote a
 * row and where it lies no longer tell in what order people answered, nor who had not yet when they were reminded.
 */
export async function shuffleResponses(tx: Tx, round: RoundKey): Promise<void> {
  await writeAnew(tx, round, sql`told`);
}

/**
 * The same, and from now on what HR and subjects are told is how far each response is now. A new one holds nothing
 * yet.
 */
export async function tellResponses(tx: Tx, round: RoundKey): Promise<void> {
  const now = sql`CASE WHEN state = 'submitted' THEN 'done' WHEN revision > 1 THEN 'started' END`;
  await writeAnew(tx, round, now);
}

async function writeAnew(tx: Tx, round: RoundKey, told: RawBuilder<unknown>): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM response
       WHERE organisation_id = ${round.organisationId}::uuid AND round_id = ${round.id}::uuid
      RETURNING *
    )
    INSERT INTO response (organisation_id, id, round_id, subject_id, relationship, pseudonym, device, state, ratings, cant_say, comments, others, revision, told)
    SELECT organisation_id, id, round_id, subject_id, relationship, pseudonym, device, state, ratings, cant_say, comments, others, revision, ${told}
      FROM gone ORDER BY gen_random_uuid()`.execute(tx);
}
