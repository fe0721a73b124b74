import { type Insertable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Closure } from "~/platform/db/schema.gen.ts";

type CycleKey = { organisationId: string; id: string };

export async function insertClosure(tx: Tx, closure: Insertable<Closure>): Promise<void> {
  await tx.insertInto("closure").values(closure).execute();
}

/** Whoever counts the minutes to scoring may be this much ahead of the clock here. */
const CLOCKS_DIFFER_MS = 10_000;

/**
 * Starts scoring, from when there is no way back. False while there still is one, or when there is nothing to score.
 */
export async function beginScoring(tx: Tx, cycle: CycleKey, now: Date): Promise<boolean> {
  const due = new Date(now.getTime() + CLOCKS_DIFFER_MS);
  const result = await tx
    .updateTable("closure")
    .set({ state: "scoring" })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where((eb) =>
      eb.or([
        eb("state", "=", "scoring"),
        eb.and([eb("state", "=", "waiting"), eb("scoresAt", "<=", due)]),
      ]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function setScored(tx: Tx, cycle: CycleKey, scored: number): Promise<void> {
  await tx
    .updateTable("closure")
    .set({ scored })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .execute();
}

export async function finishClosure(tx: Tx, cycle: CycleKey, finishedAt: Date): Promise<void> {
  await tx
    .updateTable("closure")
    .set({ state: "done", finishedAt })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .execute();
}

/** Under which group's name the answers of one relationship of a participant are counted. */
export type KeptResponses = { participantId: string; relationship: string; keptAs: string };

/**
 * Cuts every tie between answers and raters: of each group that a report shows there is left how often each question
 * got each answer, and no response. Answers that no figure may rest on go altogether.
 */
export async function severResponses(
  tx: Tx,
  cycle: CycleKey,
  kept: readonly KeptResponses[],
): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM response
       WHERE organisation_id = ${cycle.organisationId} AND cycle_id = ${cycle.id}
      RETURNING participant_id, relationship, state, ratings
    ), kept AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
        AS k("participantId" uuid, relationship text, "keptAs" text)
    )
    INSERT INTO answer_count (organisation_id, cycle_id, participant_id, group_id, counts)
    SELECT ${cycle.organisationId}, ${cycle.id}, gone.participant_id, kept."keptAs", counts_of(array_agg(gone.ratings))
      FROM gone JOIN kept ON kept."participantId" = gone.participant_id AND kept.relationship = gone.relationship
     WHERE gone.state = 'submitted' AND cardinality(gone.ratings) > 0
     GROUP BY gone.participant_id, kept."keptAs"
     ORDER BY gen_random_uuid()`.execute(tx);
}

/** Puts responses under the group that their raters have by now, just before ties are cut. */
export async function regroupResponses(
  tx: Tx,
  cycle: CycleKey,
  groups: readonly { pseudonym: Buffer; participantId: string; relationship: string }[],
): Promise<void> {
  if (groups.length === 0) return;
  await sql`
    UPDATE response SET relationship = given.relationship
      FROM unnest(${groups.map((each) => each.participantId)}::uuid[],
                  ${groups.map((each) => each.pseudonym.toString("hex"))}::text[],
                  ${groups.map((each) => each.relationship)}::text[]) AS given (participant_id, pseudonym, relationship)
     WHERE response.organisation_id = ${cycle.organisationId} AND response.cycle_id = ${cycle.id}
       AND response.participant_id = given.participant_id
       AND response.pseudonym = decode(given.pseudonym, 'hex')
       AND response.relationship <> given.relationship`.execute(tx);
}

/**
 * Ends every request. Rows are written anew in random order: moved one by one as they were answered, their places
 * on disk would still tell who answered, and when.
 */
export async function endRequests(tx: Tx, cycle: CycleKey): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM rater
       WHERE organisation_id = ${cycle.organisationId} AND cycle_id = ${cycle.id}
      RETURNING *
    )
    INSERT INTO rater (organisation_id, id, cycle_id, participant_id, person_id, relationship, by_participant, state)
    SELECT organisation_id, id, cycle_id, participant_id, person_id, relationship, by_participant, 'ended'
      FROM gone ORDER BY gen_random_uuid()`.execute(tx);
}

/** Deletes the key of the pseudonyms, the records behind personal links, and who was reminded of what they had left. */
export async function eraseKeyAndLinks(tx: Tx, cycle: CycleKey): Promise<void> {
  await tx
    .deleteFrom("cycleSecret")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .execute();
  await tx
    .deleteFrom("invitation")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .execute();
  await tx
    .deleteFrom("reminder")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .execute();
}
