import { sql } from "kysely";
import { z } from "zod";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { KeptPerson } from "./domain/by-hand/history.ts";
import { asOrganisationHas } from "./domain/own-choices.ts";
import type { OwnChoices, PersonFacts, PersonRecord, PersonStatus } from "./domain/person.ts";
import { CHOSEN_FIELDS, PERSON_FIELDS } from "./domain/person.ts";
import { organisationZone } from "./zone-reads.server.ts";

/** A person to insert; whatever is left out is not known. Managers may come later in the same transaction. */
export type NewPerson = Partial<PersonFacts> & {
  id: string;
  name: string;
  managerId?: string | null;
  status?: PersonStatus;
  external?: boolean;
  workingDays?: string | null;
};

/** What the organisation has of a person: a kept record is made one by `asOrganisationHas`. */
export type PersonUpdate = PersonFacts & {
  id: string;
  managerId: string | null;
  status: PersonStatus;
  /** Left out, they stay as they are. */
  workingDays?: string | null;
  /** What they chose themselves in place of it; left out, what they chose before. */
  own?: OwnChoices;
  organisationSays?: never;
};

/** An update as it is stored: what stands in the record, and what the organisation has in place of own choices. */
export type StoredUpdate = PersonFacts &
  Pick<PersonUpdate, "id" | "managerId" | "status" | "workingDays"> & {
    organisationSays: OwnChoices;
  };

const MANY = 200;

const ownChoices = z.partialRecord(z.enum(CHOSEN_FIELDS), z.string().nullable());

const RECORD = [...PERSON_FIELDS, "id", "managerId", "status", "external"] as const;

const peopleOf = ({ organisationId }: OrganisationScope) => `people of ${organisationId}`;

/** Keeps others from changing this organisation's people until the transaction ends. */
export async function lockPeople(tx: Tx, scope: OrganisationScope): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${peopleOf(scope)}, 0))`.execute(tx);
}

/**
 * Keeps others from changing this organisation's people, while some may add people beside each other: not those whose
 * own names are the same, by whatever they are called, or one of whom mentions another. Whoever holds it changes
 * nobody who is there, and asks for `lockPeopleInstead` where somebody is to be changed after all.
 */
export async function lockToAdd(
  tx: Tx,
  scope: OrganisationScope,
  { own, mentioned }: { own: readonly string[]; mentioned: readonly string[] },
): Promise<void> {
  const people = peopleOf(scope);
  await sql`SAVEPOINT to_add`.execute(tx);
  // In one order for everybody, people first, so that nobody waits for each other.
  await sql`
    SELECT CASE WHEN is_own THEN pg_advisory_xact_lock(key)::text ELSE pg_advisory_xact_lock_shared(key)::text END
      FROM (SELECT place, hashtextextended(name, 0) AS key, bool_or(is_own) AS is_own
              FROM (SELECT 1 AS place, ${people} AS name, false AS is_own
                    UNION ALL
                    SELECT 2, lower(unnest(${own}::text[])) || ' of ' || ${people}, true
                    UNION ALL
                    SELECT 2, lower(unnest(${mentioned}::text[])) || ' of ' || ${people}, false) AS names
             GROUP BY 1, 2
             ORDER BY 1, 2) AS keys
  `.execute(tx);
}

/** `lockPeople`, giving back first what `lockToAdd` holds: two who held that would wait for each other. */
export async function lockPeopleInstead(tx: Tx, scope: OrganisationScope): Promise<void> {
  await sql`ROLLBACK TO SAVEPOINT to_add`.execute(tx);
  await lockPeople(tx, scope);
}

/** Everyone, active or not, from outside or not, as the organisation has them: as an import compares them. */
export async function allPeople(tx: Tx, scope: OrganisationScope): Promise<PersonRecord[]> {
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .select([...RECORD, "workingDays", "organisationSays"])
    .orderBy("id")
    .execute();
  return rows.map(({ organisationSays, ...row }) =>
    asOrganisationHas({
      ...{ ...row, status: statusOf(row.status) },
      organisationSays: ownChoices.parse(organisationSays),
    }),
  );
}

/** These people as they are kept, by id; from outside or not. */
export async function keptPeople(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<Map<string, KeptPerson>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .select([...RECORD, "workingDays", "leavesOn", "revision", "organisationSays"])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ ...row, status: statusOf(row.status) },
        organisationSays: ownChoices.parse(row.organisationSays),
      },
    ]),
  );
}

/** Adds people in one statement. */
export async function insertPeople(
  tx: Tx,
  scope: OrganisationScope,
  people: readonly NewPerson[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return;
  const someLeft = people.some(({ status }) => status === "inactive");
  const day = someLeft ? dateIn(await organisationZone(tx, scope), at) : null;
  await sql`
    INSERT INTO person (organisation_id, id, ${columns}, manager_id, status, external, working_days, inactive_since, created_at, updated_at)
    SELECT ${scope.organisationId}::uuid, id, ${columns}, manager_id, coalesce(status, 'active'), coalesce(external, false),
           working_days, CASE WHEN status = 'inactive' THEN ${day}::date END, ${at}, ${at}
      FROM ${recordset(people)}
  `.execute(tx);
  await planChecksAnew(tx, people.length);
}

/**
 * Replaces everything known about people, in one statement. Another address ends the links that were made for them;
 * two of them may swap an employee id or an address. Those from outside are ordinary people from then on.
 */
export async function updatePeople(
  tx: Tx,
  scope: OrganisationScope,
  people: readonly StoredUpdate[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return;
  const day = dateIn(await organisationZone(tx, scope), at);
  await sql`
    UPDATE person
       SET (${columns}, manager_id, status, external, updated_at) = (${given}, given.manager_id, given.status, false, ${at}),
           revision = person.revision + 1,
           organisation_says = given.organisation_says,
           working_days = CASE WHEN given.sets_days THEN given.working_days ELSE person.working_days END,
           leaves_on = CASE WHEN given.status = 'active' THEN person.leaves_on END,
           link_version = person.link_version + (${key("person")} IS DISTINCT FROM ${key("given")})::int,
           inactive_since = CASE WHEN given.status = 'inactive' THEN coalesce(person.inactive_since, ${day}::date) END
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

/** Sets those of these people who are active inactive, since a calendar date. @returns who they are. */
export async function setInactive(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
  { since, at }: { since: string; at: Date },
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .updateTable("person")
    .set((eb) => ({
      ...{ status: "inactive", inactiveSince: since, leavesOn: null, updatedAt: at },
      revision: eb("revision", "+", 1),
    }))
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("status", "=", "active")
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Sets someone active again. */
export async function setActive(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("person")
    .set((eb) => ({
      ...{ status: "active", inactiveSince: null, updatedAt: at },
      revision: eb("revision", "+", 1),
    }))
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", personId)
    .execute();
}

/** Notes on which day active people become inactive; null: on none. */
export async function setLeaving(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
  { on, at }: { on: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable("person")
    .set((eb) => ({ leavesOn: on, updatedAt: at, revision: eb("revision", "+", 1) }))
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("status", "=", "active")
    .execute();
}

/** The record that goes gives up what no two records may have. */
export async function giveUpIdentifiers(
  tx: Tx,
  { organisationId, personId }: OrganisationScope & { personId: string },
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ email: null, employeeId: null })
    .where("organisationId", "=", organisationId)
    .where("id", "=", personId)
    .execute();
}

/**
 * Leaves of a person that there was somebody: without a name, an address or anything by which they could be told or
 * found, as somebody from outside who left.
 */
export async function makeNameless(
  tx: Tx,
  { organisationId, personId }: OrganisationScope & { personId: string },
  pseudonym: string,
  at: Date,
): Promise<void> {
  const empty = Object.fromEntries(PERSON_FIELDS.map((field) => [field, null]));
  const own = { organisationId, personId };
  await tx
    .updateTable("person")
    .set((eb) => ({
      ...{ ...empty, name: pseudonym, managerId: null, status: "inactive", external: true },
      ...{ workingDays: null, leavesOn: null, inactiveSince: null, updatedAt: at },
      organisationSays: "{}",
      revision: eb("revision", "+", 1),
      linkVersion: eb("linkVersion", "+", 1),
    }))
    .where("organisationId", "=", own.organisationId)
    .where("id", "=", own.personId)
    .execute();
}

export function statusOf(stored: string): PersonStatus {
  return stored === "inactive" ? "inactive" : "active";
}

/** As identity compares addresses: only the letters of ASCII have a case. */
const key = (of: "person" | "given") => sql`lower(${sql.ref(`${of}.email`)} COLLATE "C")`;

const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = sql.join(PERSON_FIELDS.map((field) => sql.raw(snake(field))));
const given = sql.join(PERSON_FIELDS.map((field) => sql.raw(`given.${snake(field)}`)));

const BESIDE = ["working_days text", "sets_days boolean", "organisation_says jsonb"];

/** Rows as one JSON parameter: as quick for ten thousand as for one, and no limit on parameters. */
function recordset(people: readonly (NewPerson & { organisationSays?: OwnChoices })[]) {
  const rows = people.map((person) =>
    Object.fromEntries([
      ...RECORD.map((field) => [snake(field), person[field] ?? null]),
      ["working_days", person.workingDays ?? null],
      ["sets_days", person.workingDays !== undefined],
      ["organisation_says", person.organisationSays ?? {}],
    ]),
  );
  const known = RECORD.map((field) => `${snake(field)} ${typeOf(field)}`);
  const types = sql.raw([...known, ...BESIDE].join(", "));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (${types})`;
}

function typeOf(field: (typeof RECORD)[number]): string {
  if (field === "id" || field === "managerId") return "uuid";
  if (field === "external") return "boolean";
  return field === "startDate" || field === "endDate" ? "date" : "text";
}
