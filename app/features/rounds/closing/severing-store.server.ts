import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";

/** Under which group's name the answers of one relationship of a subject are counted. */
export type KeptResponses = { subjectId: string; relationship: string; keptAs: string };

/**
 * Cuts every tie between answers and raters: of each group that a report shows there is left how often each question
 * got each answer, and no response. Answers that no figure may rest on go altogether.
 */
export async function severResponses(
  tx: Tx,
  round: RoundKey,
  kept: readonly KeptResponses[],
): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM response
       WHERE organisation_id = ${round.organisationId} AND round_id = ${round.id}
      RETURNING subject_id, relationship, state, ratings
    ), kept AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
        AS k("subjectId" uuid, relationship text, "keptAs" text)
    )
    INSERT INTO answer_count (organisation_id, round_id, subject_id, group_id, counts)
    SELECT ${round.organisationId}, ${round.id}, gone.subject_id, kept."keptAs", counts_of(array_agg(gone.ratings))
      FROM gone JOIN kept ON kept."subjectId" = gone.subject_id AND kept.relationship = gone.relationship
     WHERE gone.state = 'submitted' AND cardinality(gone.ratings) > 0
     GROUP BY gone.subject_id, kept."keptAs"
     ORDER BY gen_random_uuid()`.execute(tx);
}

/** Puts responses under the group that their raters have by now, just before ties are cut. */
export async function regroupResponses(
  tx: Tx,
  round: RoundKey,
  groups: readonly { pseudonym: Buffer; subjectId: string; relationship: string }[],
): Promise<void> {
  if (groups.length === 0) return;
  await sql`
    UPDATE response SET relationship = given.relationship
      FROM unnest(${groups.map((each) => each.subjectId)}::uuid[],
                  ${groups.map((each) => each.pseudonym.toString("hex"))}::text[],
                  ${groups.map((each) => each.relationship)}::text[]) AS given (subject_id, pseudonym, relationship)
     WHERE response.organisation_id = ${round.organisationId} AND response.round_id = ${round.id}
       AND response.subject_id = given.subject_id
       AND response.pseudonym = decode(given.pseudonym, 'hex')
       AND response.relationship <> given.relationship`.execute(tx);
}

/**
 * Ends every request but those that HR took back, which go on saying so: nobody of them is asked about the same person
 * again. Rows are written anew in random order: moved one by one as they were answered, their places
 * on disk would still tell who answered, and when.
 */
export async function endRequests(tx: Tx, round: RoundKey): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM request
       WHERE organisation_id = ${round.organisationId} AND round_id = ${round.id}
      RETURNING *
    )
    INSERT INTO request (organisation_id, id, round_id, subject_id, person_id, relationship, by_subject, state)
    SELECT organisation_id, id, round_id, subject_id, person_id, relationship, by_subject,
           CASE WHEN state = 'withdrawn' THEN state ELSE 'ended' END
      FROM gone ORDER BY gen_random_uuid()`.execute(tx);
}

/** Deletes the key of the pseudonyms, and who was reminded of what they had left. */
export async function eraseKey(tx: Tx, round: RoundKey): Promise<void> {
  await tx
    .deleteFrom("roundSecret")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .execute();
  await tx
    .deleteFrom("reminder")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .execute();
}

/** Deletes the records behind personal links: from now on nobody knows them. */
export async function eraseLinks(tx: Tx, round: RoundKey): Promise<void> {
  await tx
    .deleteFrom("invitation")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .execute();
}
