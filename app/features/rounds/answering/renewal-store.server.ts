import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";

/** Whose pseudonym becomes which. */
export type Renewal = { subjectId: string | null; from: Buffer; to: Buffer };

/**
 * Gives the responses of a round other pseudonyms. Rows are written anew, all at once, in random order and under random
 * ids, so that nothing of the old pattern is left in them.
 */
export async function renewResponses(
  tx: Tx,
  round: { organisationId: string; id: string },
  renewals: readonly Renewal[],
): Promise<void> {
  const given = renewals.map(({ subjectId, from, to }) => ({
    subject: subjectId,
    from: from.toString("hex"),
    to: to.toString("hex"),
  }));
  await sql`
    WITH renewed AS (
      SELECT subject, decode("from", 'hex') AS before, decode("to", 'hex') AS after
        FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS r(subject uuid, "from" text, "to" text)
    ), gone AS (
      DELETE FROM response
       WHERE organisation_id = ${round.organisationId} AND round_id = ${round.id}
      RETURNING *
    )
    INSERT INTO response (organisation_id, id, round_id, subject_id, relationship, pseudonym, device, state, ratings, cant_say, comments, others, revision, told)
    SELECT gone.organisation_id, gen_random_uuid(), gone.round_id, gone.subject_id, gone.relationship,
           coalesce(renewed.after, gone.pseudonym), gone.device, gone.state, gone.ratings, gone.cant_say, gone.comments, gone.others, gone.revision, gone.told
      FROM gone LEFT JOIN renewed ON renewed.subject IS NOT DISTINCT FROM gone.subject_id AND renewed.before = gone.pseudonym
     ORDER BY gen_random_uuid()`.execute(tx);
}
