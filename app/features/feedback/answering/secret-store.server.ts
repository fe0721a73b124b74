import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type CycleKey = { organisationId: string; id: string };

export async function insertKeySalt(tx: Tx, cycle: CycleKey, salt: Buffer): Promise<void> {
  await tx
    .insertInto("cycleSecret")
    .values({ organisationId: cycle.organisationId, cycleId: cycle.id, salt, byPair: true })
    .execute();
}

export async function keySalt(tx: Tx, cycle: CycleKey): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("cycleSecret")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .select("salt")
    .executeTakeFirst();
  return row?.salt ?? null;
}

/** Cycles whose responses carry the pseudonyms of an earlier release, locked. */
export async function cyclesOfFormerPseudonyms(
  tx: Tx,
  scope: OrganisationScope,
): Promise<{ organisationId: string; id: string; salt: Buffer }[]> {
  return tx
    .selectFrom("cycleSecret")
    .where("organisationId", "=", scope.organisationId)
    .where("byPair", "=", false)
    .select(["organisationId", "cycleId as id", "salt"])
    .orderBy("cycleId")
    .forUpdate()
    .execute();
}

/** Whose pseudonym becomes which. */
export type Renewal = { participantId: string; from: Buffer; to: Buffer };

/**
 * Gives the responses of a cycle other pseudonyms. Rows are written anew, all at once, in random order and under random ids, so
 * that nothing of the old pattern is left in them.
 */
export async function renewResponses(
  tx: Tx,
  cycle: CycleKey,
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
    INSERT INTO response (organisation_id, id, cycle_id, participant_id, relationship, pseudonym, device, state, ratings, cant_say, comments, revision)
    SELECT gone.organisation_id, gen_random_uuid(), gone.cycle_id, gone.participant_id, gone.relationship,
           coalesce(renewed.after, gone.pseudonym), gone.device, gone.state, gone.ratings, gone.cant_say, gone.comments, gone.revision
      FROM gone LEFT JOIN renewed ON renewed.participant = gone.participant_id AND renewed.before = gone.pseudonym
     ORDER BY gen_random_uuid()`.execute(tx);
  await tx
    .updateTable("cycleSecret")
    .set({ byPair: true })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .execute();
}
