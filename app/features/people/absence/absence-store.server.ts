import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Absence } from "../domain/at-work.ts";

/** In one statement, however many they are. */
export async function insertAbsences(
  tx: Tx,
  { organisationId }: OrganisationScope,
  absences: readonly (Absence & { personId: string })[],
): Promise<void> {
  if (absences.length === 0) return;
  const rows = absences.map(({ id, personId, firstDay, lastDay }) => ({
    ...{ id, person_id: personId, first_day: firstDay, last_day: lastDay },
  }));
  await sql`
    INSERT INTO person_absence (organisation_id, id, person_id, first_day, last_day)
    SELECT ${organisationId}::uuid, id, person_id, first_day, last_day
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS given (id uuid, person_id uuid, first_day date, last_day date)
  `.execute(tx);
}

/** Those that are gone already are passed over. */
export async function deleteAbsences(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom("personAbsence")
    .where("organisationId", "=", organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .execute();
}

/** @returns whether there was one. */
export async function deleteAbsence(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { personId, absenceId }: { personId: string; absenceId: string },
): Promise<boolean> {
  const result = await tx
    .deleteFrom("personAbsence")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("id", "=", absenceId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Forgets every absence whose last day lies before a day. */
export async function deleteAbsencesBefore(
  tx: Tx,
  { organisationId }: OrganisationScope,
  day: string,
): Promise<void> {
  await tx
    .deleteFrom("personAbsence")
    .where("organisationId", "=", organisationId)
    .where("lastDay", "<", day)
    .execute();
}
