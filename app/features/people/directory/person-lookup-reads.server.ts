import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { meantBy, type Nameable } from "../domain/by-hand/find-person.ts";
import { nameKey } from "../domain/clean-text.ts";
import { displayName } from "../domain/display-name.ts";

/** Everyone who may be meant by one of these texts: by employee id, address or a way to write their name. */
export async function peopleMeantBy(
  tx: Tx,
  scope: OrganisationScope,
  ...texts: readonly string[]
): Promise<Nameable[]> {
  if (texts.length === 0) return [];
  const parts = texts.flatMap(meantBy);
  const keys = parts.map(nameKey);
  const rows = await nameable(tx, scope)
    .where("external", "=", false)
    .where((eb) =>
      eb.or([
        eb("employeeId", "in", parts),
        eb("emailKey", "in", keys),
        ...NAMES.map((name) => eb(sql<string>`${key(name)}`, "in", keys)),
      ]),
    )
    .execute();
  return rows.map(person);
}

/** Who has an address and who an employee id, but for one person; former colleagues and people from outside as well. */
export async function holdersOf(
  tx: Tx,
  scope: OrganisationScope,
  { email, employeeId }: { email: string | null; employeeId: string | null },
  except: string | null,
): Promise<{ ofEmail: (Nameable & { external: boolean }) | null; ofEmployeeId: Nameable | null }> {
  const others = nameable(tx, scope).$if(except !== null, (query) =>
    query.where("id", "!=", except ?? ""),
  );
  const ofEmail =
    email === null
      ? undefined
      : await others
          .where(sql<boolean>`email_key = lower(${email})`)
          .select("external")
          .executeTakeFirst();
  const ofEmployeeId =
    employeeId === null
      ? undefined
      : await others.where("employeeId", "=", employeeId).executeTakeFirst();
  return {
    ofEmail: ofEmail ? { ...person(ofEmail), external: ofEmail.external } : null,
    ofEmployeeId: ofEmployeeId ? person(ofEmployeeId) : null,
  };
}

/** The people above someone, from their manager upwards; of a loop each once. */
export async function peopleAbove(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<Pick<Nameable, "id" | "name" | "preferredName" | "familyName">[]> {
  const { rows } = await sql<Pick<Nameable, "id" | "name" | "preferredName" | "familyName">>`
    WITH RECURSIVE above AS (
      SELECT id, manager_id, 0 AS step, ARRAY[id] AS seen FROM person
       WHERE organisation_id = ${organisationId}::uuid AND id = ${personId}::uuid
      UNION ALL
      SELECT next.id, next.manager_id, above.step + 1, above.seen || next.id
        FROM person next JOIN above ON next.id = above.manager_id
       WHERE next.organisation_id = ${organisationId}::uuid AND next.id <> ALL(above.seen)
    )
    SELECT p.id, p.name, p.preferred_name AS "preferredName", p.family_name AS "familyName"
      FROM above JOIN person p ON p.organisation_id = ${organisationId}::uuid AND p.id = above.id
     WHERE above.step > 0 ORDER BY above.step
  `.execute(tx.withoutPlugins());
  return rows;
}

/** The ids of everybody active who reports to someone, directly or through others, be those active or not. */
export async function idsBelow(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string; status: string }>`
    WITH RECURSIVE below AS (
      SELECT id, status FROM person
       WHERE organisation_id = ${organisationId}::uuid AND manager_id = ${personId}::uuid
      UNION
      SELECT next.id, next.status FROM person next JOIN below ON next.manager_id = below.id
       WHERE next.organisation_id = ${organisationId}::uuid
    )
    SELECT id, status FROM below WHERE id <> ${personId}::uuid
  `.execute(tx.withoutPlugins());
  return rows.flatMap(({ id, status }) => (status === "active" ? [id] : []));
}

/** These people as they are named. */
export async function nameablePeople(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<Map<string, Nameable>> {
  if (personIds.length === 0) return new Map();
  const rows = await nameable(tx, scope)
    .where("id", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, person(row)]));
}

function nameable(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .select(["id", "name", "preferredName", "givenName", "familyName", "email", "employeeId"])
    .select("status")
    .orderBy("id");
}

type Row = Awaited<ReturnType<ReturnType<typeof nameable>["execute"]>>[number];

function person({ status, ...row }: Row): Nameable {
  return { ...row, active: status === "active" };
}

/** Every way in which a name is written (`domain/by-hand/find-person`). */
const NAMES = [
  sql`name`,
  sql`preferred_name`,
  sql`given_name || ' ' || family_name`,
  sql`preferred_name || ' ' || family_name`,
  sql`family_name || ', ' || given_name`,
  sql`family_name || ', ' || preferred_name`,
];

/** A name as `nameKey` compares it. */
const key = (name: (typeof NAMES)[number]) =>
  sql`lower(regexp_replace(normalize(${name}, NFKC), '\\s+', ' ', 'g') COLLATE "und-x-icu")`;

/** These people by the name they go by, in whatever standing. */
export async function namesOfPeople(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const people = await nameablePeople(tx, scope, personIds);
  return new Map([...people].map(([id, person]) => [id, displayName(person)]));
}
