import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { PersonFacts, PersonRecord, PersonStatus } from "./domain/person.ts";
import { PERSON_FIELDS } from "./domain/person.ts";

/** A person to insert; whatever is left out is not known. Managers may come later in the same transaction. */
export type NewPerson = Partial<PersonFacts> & {
  id: string;
  name: string;
  managerId?: string | null;
  status?: PersonStatus;
  external?: boolean;
};

export type PersonUpdate = PersonFacts & {
  id: string;
  managerId: string | null;
  status: PersonStatus;
};

const MANY = 200;

const RECORD = [...PERSON_FIELDS, "id", "managerId", "status", "external"] as const;

/** Keeps others from changing this organisation's people until the transaction ends. */
export async function lockPeople(tx: Tx, scope: OrganisationScope): Promise<void> {
  const key = `people of ${scope.organisationId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** Everyone, active or not, from outside or not, as an import compares them. */
export async function allPeople(tx: Tx, scope: OrganisationScope): Promise<PersonRecord[]> {
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .select(RECORD)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, status: statusOf(row.status) }));
}

/** Adds people in one statement. */
export async function insertPeople(
  tx: Tx,
  scope: OrganisationScope,
  people: readonly NewPerson[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    INSERT INTO person (organisation_id, id, ${columns}, manager_id, status, external, inactive_since, created_at, updated_at)
    SELECT ${scope.organisationId}::uuid, id, ${columns}, manager_id, coalesce(status, 'active'), coalesce(external, false),
           CASE WHEN status = 'inactive' THEN ${dateOf(at)}::date END, ${at}, ${at}
      FROM ${recordset(people)}
  `.execute(tx);
  await planChecksAnew(tx, people.length);
}

/**
 * Replaces everything known about people, in one statement. Another address ends the links that were made for them; two
 * of them may swap an employee id or an address. Those from outside are ordinary people from then on.
 */
export async function updatePeople(
  tx: Tx,
  scope: OrganisationScope,
  people: readonly PersonUpdate[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    UPDATE person
       SET (${columns}, manager_id, status, external, updated_at) = (${given}, given.manager_id, given.status, false, ${at}),
           link_version = person.link_version + (${key("person")} IS DISTINCT FROM ${key("given")})::int,
           inactive_since = CASE WHEN given.status = 'inactive' THEN coalesce(person.inactive_since, ${dateOf(at)}::date) END
      FROM ${recordset(people)}
     WHERE person.organisation_id = ${scope.organisationId}::uuid AND person.id = given.id
  `.execute(tx);
  await planChecksAnew(tx, people.length);
}

/**
 * PostgreSQL keeps the plan with which it checks that managers exist. One made while the table was small reads the
 * whole table for every row: ten thousand people would take half a minute instead of a second.
 */
async function planChecksAnew(tx: Tx, count: number): Promise<void> {
  if (count >= MANY) await sql`DISCARD PLANS`.execute(tx);
}

/** @returns how many became inactive. */
export async function setInactive(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
  at: Date,
): Promise<number> {
  if (personIds.length === 0) return 0;
  const result = await tx
    .updateTable("person")
    .set({ status: "inactive", inactiveSince: dateOf(at), updatedAt: at })
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("status", "=", "active")
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

const dateOf = (at: Date) => at.toISOString().slice(0, 10);

export function statusOf(stored: string): PersonStatus {
  return stored === "inactive" ? "inactive" : "active";
}

/** As identity compares addresses: only the letters of ASCII have a case. */
const key = (of: "person" | "given") => sql`lower(${sql.ref(`${of}.email`)} COLLATE "C")`;

const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = sql.join(PERSON_FIELDS.map((field) => sql.raw(snake(field))));
const given = sql.join(PERSON_FIELDS.map((field) => sql.raw(`given.${snake(field)}`)));

/** Rows as one JSON parameter: as quick for ten thousand as for one, and no limit on parameters. */
function recordset(people: readonly NewPerson[]) {
  const rows = people.map((person) =>
    Object.fromEntries(RECORD.map((field) => [snake(field), person[field] ?? null])),
  );
  const types = sql.raw(RECORD.map((field) => `${snake(field)} ${typeOf(field)}`).join(", "));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (${types})`;
}

function typeOf(field: (typeof RECORD)[number]): string {
  if (field === "id" || field === "managerId") return "uuid";
  if (field === "external") return "boolean";
  return field === "startDate" || field === "endDate" ? "date" : "text";
}
