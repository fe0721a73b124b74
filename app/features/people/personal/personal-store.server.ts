import { type SqlBool, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { emailKey } from "../domain/clean-text.ts";

type Own = OrganisationScope & { personId: string };

/** How many report to a person, and how much else there is of them here. */
export async function countsOf(tx: Tx, { organisationId, personId }: Own) {
  const of = (table: string, condition: ReturnType<typeof sql<SqlBool>>) =>
    sql<number>`(SELECT count(*)::int FROM ${sql.table(table)} WHERE organisation_id = ${organisationId}::uuid AND ${condition})`;
  const { rows } = await sql<{ team: number; absences: number; changes: number; grants: number }>`
    SELECT ${of("person", sql`manager_id = ${personId}::uuid`)} AS team,
           ${of("person_absence", sql`person_id = ${personId}::uuid`)} AS absences,
           ${of("person_change", sql`person_id = ${personId}::uuid`)} AS changes,
           ${of("reading_grant", sql`(owner_id = ${personId}::uuid OR person_id = ${personId}::uuid)`)} AS grants
  `.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error("a count without a row");
  return counts;
}

/** Who reports to a person, active or not. */
export async function teamOf(tx: Tx, { organisationId, personId }: Own): Promise<string[]> {
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("managerId", "=", personId)
    .select("id")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Since when a person has the address they have, as far as the history knows; null for nobody. */
export async function addressSince(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<Date | null> {
  const person = await tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("id", "=", personId)
    .select("createdAt")
    .executeTakeFirst();
  const changed = await tx
    .selectFrom("personChange")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where(sql<boolean>`changes @> '[{"field": "email"}]'::jsonb`)
    .select((eb) => eb.fn.max("at").as("at"))
    .executeTakeFirst();
  return changed?.at ?? person?.createdAt ?? null;
}

/** The history of a record that goes becomes the other's, as what was before all of its own. */
export async function moveHistory(tx: Tx, own: Own, toPersonId: string): Promise<void> {
  await tx
    .updateTable("personChange")
    .set({ personId: toPersonId, revision: 0 })
    .where("organisationId", "=", own.organisationId)
    .where("personId", "=", own.personId)
    .execute();
}

/** Moves absences to the other record, but for those at a time of which it knows one. */
export async function moveAbsences(tx: Tx, own: Own, toPersonId: string): Promise<void> {
  await sql`
    INSERT INTO person_absence (organisation_id, id, person_id, first_day, last_day)
    SELECT organisation_id, gen_random_uuid(), ${toPersonId}::uuid, first_day, last_day FROM person_absence moved
     WHERE organisation_id = ${own.organisationId}::uuid AND person_id = ${own.personId}::uuid
       AND NOT EXISTS (SELECT 1 FROM person_absence there
                        WHERE there.organisation_id = ${own.organisationId}::uuid AND there.person_id = ${toPersonId}::uuid
                          AND there.first_day <= moved.last_day AND there.last_day >= moved.first_day)
  `.execute(tx);
}

/** Deletes a record that nothing refers to any more; what is only of it goes with it. */
export async function deletePerson(tx: Tx, { organisationId, personId }: Own): Promise<void> {
  await tx
    .deleteFrom("person")
    .where("organisationId", "=", organisationId)
    .where("id", "=", personId)
    .execute();
}

/** Whatever a person was called, and wrote from, as far as their record and its history know. */
export async function knownBy(tx: Tx, { organisationId, personId }: Own) {
  const { rows } = await sql<{ field: string; value: string }>`
    SELECT CASE WHEN c ->> 'field' = 'merged' THEN merged ELSE c ->> 'field' END AS field, known.value
      FROM person_change, jsonb_array_elements(changes) c,
           LATERAL (VALUES (c ->> 'from', 'email'), (c ->> 'to', 'name')) AS known (value, merged)
     WHERE organisation_id = ${organisationId}::uuid AND person_id = ${personId}::uuid AND known.value IS NOT NULL
  `.execute(tx);
  const values = (field: string) =>
    rows.filter((row) => row.field === field).map(({ value }) => value);
  return {
    names: values("name"),
    preferredNames: values("preferredName"),
    addresses: values("email"),
  };
}

/** Which of these addresses, in any spelling, are somebody else's now. */
export async function addressesOfOthers(
  tx: Tx,
  { organisationId, personId }: Own,
  addresses: readonly string[],
): Promise<Set<string>> {
  const keys = addresses.map(emailKey);
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("id", "!=", personId)
    .where(sql<boolean>`email_key = ANY(${keys}::text[])`)
    .select("emailKey")
    .execute();
  const taken = new Set(rows.map((row) => row.emailKey));
  return new Set(addresses.filter((address) => taken.has(emailKey(address))));
}

/** When somebody is away, or was a while ago. */
export async function absencesKept(tx: Tx, { organisationId, personId }: Own) {
  return tx
    .selectFrom("personAbsence")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["firstDay", "lastDay"])
    .orderBy("firstDay")
    .execute();
}

/**
 * Deletes what is kept of a person beside their record: absences, history, and who may read what of theirs or of
 * others.
 */
export async function forgetBesides(tx: Tx, own: Own): Promise<void> {
  for (const table of ["personAbsence", "personChange"] as const)
    await tx
      .deleteFrom(table)
      .where("organisationId", "=", own.organisationId)
      .where("personId", "=", own.personId)
      .execute();
  await tx
    .deleteFrom("readingGrant")
    .where("organisationId", "=", own.organisationId)
    .where((eb) => eb.or([eb("ownerId", "=", own.personId), eb("personId", "=", own.personId)]))
    .execute();
}
