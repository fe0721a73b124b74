import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";

/** Whose pseudonym becomes which. */
export type Renewal = { participantId: string; from: Buffer; to: Buffer };

/**
 * Gives the responses of a cycle other pseudonyms. Rows are written anew, all at once, in random order and under random
 * ids, so that nothing of the old pattern is left in them.
 */
export async function renewResponses(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  renewals: readonly Renewal[],
): Promise<void> {
  const given = renewals.map(({ participantId, from, to }) => ({
    participant: participantId,
    from: from.toString("hex"),
    to: to.toString("hex"),
  }));
  await sql`
    WITH renewed AS (
      SELECT participant, decode("from", 'hex') AS before, decode("to", 'hex') AS after
        FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS r(participant uuid, "from" text, "to" text)
    ), gone AS (
      DELETE FROM response
       WHERE organisation_id = ${cycle.organisationId} AND cycle_id = ${cycle.id}
      RETURNING *
    )
    INSERT INTO response (organisation_id, id, cycle_id, participant_id, relationship, pseudonym, device, state, ratings, cant_say, comments, revision, told)
    SELECT gone.organisation_id, gen_random_uuid(), gone.cycle_id, gone.participant_id, gone.relationship,
           coalesce(renewed.after, gone.pseudonym), gone.device, gone.state, gone.ratings, gone.cant_say, gone.comments, gone.revision, gone.told
      FROM gone LEFT JOIN renewed ON renewed.participant = gone.participant_id AND renewed.before = gone.pseudonym
     ORDER BY gen_random_uuid()`.execute(tx);
}
