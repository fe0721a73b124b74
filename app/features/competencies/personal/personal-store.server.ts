import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

const COLUMNS = ["personId", "saidBy", "recordedBy"] as const;

/** How many pieces of evidence are about somebody. */
export async function countEvidence(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom("evidence")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whatever names one record of a person names another from now on. */
export async function giveEvidence(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
): Promise<void> {
  for (const column of COLUMNS)
    await tx
      .updateTable("evidence")
      .set({ [column]: stays })
      .where("organisationId", "=", organisationId)
      .where(column, "=", goes)
      .execute();
  await tx
    .updateTable("evidenceWithdrawal")
    .set({ withdrawnBy: stays })
    .where("organisationId", "=", organisationId)
    .where("withdrawnBy", "=", goes)
    .execute();
}

/** Deletes what is known of somebody, with what was said to it. */
export async function deleteEvidenceAbout(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("evidence")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}

/**
 * What somebody said of others stays those others', without who said it. About each of them it goes on being one voice,
 * by a number that is nobody's.
 */
export async function forgetVoice(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await sql`
    WITH voices AS MATERIALIZED (
      SELECT person_id, gen_random_uuid() AS voice
        FROM (SELECT DISTINCT person_id FROM evidence
               WHERE organisation_id = ${organisationId}::uuid AND said_by = ${personId}::uuid) AS heard
    )
    UPDATE evidence SET said_by = NULL, erased_voice = voices.voice FROM voices
     WHERE evidence.organisation_id = ${organisationId}::uuid AND evidence.said_by = ${personId}::uuid
       AND voices.person_id = evidence.person_id`.execute(tx.withoutPlugins());
  await tx
    .updateTable("evidence")
    .set({ recordedBy: null })
    .where("organisationId", "=", organisationId)
    .where("recordedBy", "=", personId)
    .execute();
  await tx
    .updateTable("evidenceWithdrawal")
    .set({ withdrawnBy: null })
    .where("organisationId", "=", organisationId)
    .where("withdrawnBy", "=", personId)
    .execute();
}
