import { type SqlBool, sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Collation, collated, collationFor } from "./directory/collation-reads.server.ts";
import { shownName } from "./directory/shown-name-reads.server.ts";
import { type DirectoryQuery, PAGE_SIZE } from "./domain/directory-query.ts";
import { displayName } from "./domain/display-name.ts";
import type { ExportedPerson } from "./domain/export-rows.ts";
import { PERSON_FIELDS, type PersonStatus } from "./domain/person.ts";
import { mayChangePeople, maySeeInactivePeople } from "./policy.ts";
import { statusOf } from "./store.server.ts";

export type DirectoryRow = {
  id: string;
  name: string;
  pronunciation: string | null;
  pronouns: string | null;
  jobTitle: string | null;
  department: string | null;
  location: string | null;
  country: string | null;
  managerId: string | null;
  managerName: string | null;
  email: string | null;
  status: PersonStatus;
};

export type Directory = {
  people: DirectoryRow[];
  /** How many match in all. */
  total: number;
  departments: string[];
  countries: string[];
};

/** One page of the directory, and what it can be narrowed down to; sorted as in the languages its reader wishes for. */
export function readDirectory(
  platform: Pick<Platform, "database">,
  actor: Actor,
  query: DirectoryQuery,
  wishes: readonly string[] = [],
): Promise<Directory> {
  return inOrganisation(platform, actor, async (tx) => {
    const collation = await collationFor(tx, actor, wishes);
    const matching = matchingPeople(tx, actor, query);
    const { total } = await matching
      .select((eb) => eb.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow();
    const rows = await sorted(matching, query, collation)
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE)
      .execute();
    return {
      people: rows.map(directoryRow),
      total,
      departments: await valuesOf(tx, actor, "department", collation.collator),
      countries: await valuesOf(tx, actor, "country", collation.collator),
    };
  });
}

/** Everyone who matches, in the order shown. */
export function readWholeDirectory(
  platform: Pick<Platform, "database">,
  actor: Actor,
  query: DirectoryQuery,
  wishes: readonly string[] = [],
): Promise<DirectoryRow[]> {
  return inOrganisation(platform, actor, async (tx) => {
    const collation = await collationFor(tx, actor, wishes);
    const rows = await sorted(matchingPeople(tx, actor, query), query, collation).execute();
    return rows.map(directoryRow);
  });
}

/** Everyone who matches, by id. */
export async function matchingIds(tx: Tx, actor: Actor, query: DirectoryQuery): Promise<string[]> {
  const rows = await matchingPeople(tx, actor, query).select("person.id").execute();
  return rows.map(({ id }) => id);
}

/**
 * Everybody of the directory, active or not, by name, with all that a file can say of them (`domain/export-rows`). HR
 * only: null for everyone else.
 */
export async function readEverybody(
  tx: Tx,
  actor: Actor,
  wishes: readonly string[] = [],
): Promise<ExportedPerson[] | null> {
  if (!mayChangePeople(actor)) return null;
  const collation = await collationFor(tx, actor, wishes);
  const rows = await sorted(
    visiblePeople(tx, actor),
    { sort: "name", descending: false },
    collation,
  )
    .select(PERSON_FIELDS.map((field) => `person.${field}` as const))
    .select("person.workingDays")
    .select(["manager.email as managerEmail", "manager.employeeId as managerNumber"])
    .execute();
  return rows.map((row) => ({
    ...row,
    status: statusOf(row.status),
    managerId: row.managerNumber,
  }));
}

/** What the people whom an actor sees have in a column, each once. */
export async function valuesOf(
  tx: Tx,
  actor: Actor,
  column: "department" | "country",
  collator: Intl.Collator = new Intl.Collator("en-GB"),
): Promise<string[]> {
  const rows = await visiblePeople(tx, actor)
    .where(`person.${column}`, "is not", null)
    .select(`person.${column} as value`)
    .distinct()
    .execute();
  return rows.flatMap(({ value }) => value ?? []).sort(collator.compare);
}

function visiblePeople(tx: Tx, actor: Actor) {
  const seesAll = maySeeInactivePeople(actor);
  return tx
    .selectFrom("person")
    .leftJoin("person as manager", (join) =>
      join
        .onRef("manager.organisationId", "=", "person.organisationId")
        .onRef("manager.id", "=", "person.managerId")
        .$call((on) => (seesAll ? on : on.on("manager.status", "=", "active"))),
    )
    .where("person.organisationId", "=", actor.organisationId)
    .where("person.external", "=", false)
    .$if(!seesAll, (query) => query.where("person.status", "=", "active"));
}

function matchingPeople(tx: Tx, actor: Actor, query: DirectoryQuery) {
  let people = visiblePeople(tx, actor).where("person.status", "=", query.status);
  if (query.department) people = people.where("person.department", "=", query.department);
  if (query.country) people = people.where("person.country", "=", query.country);
  for (const word of query.search.split(/\s+/).filter(Boolean)) {
    people = people.where(mentions(word));
  }
  return people;
}

const SEARCHED = ["name", "preferred_name", "family_name", "email", "job_title", "department"];

function mentions(word: string) {
  const pattern = `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const text = sql.join(
    SEARCHED.map((column) => sql`coalesce(${sql.ref(`person.${column}`)}, '')`),
    sql` || ' ' || `,
  );
  return sql<SqlBool>`(${text}) ILIKE ${pattern}`;
}

const ORDER = {
  name: shownName("person"),
  jobTitle: sql`person.job_title`,
  department: sql`person.department`,
  country: sql`person.country`,
  manager: shownName("manager"),
};

function sorted(
  people: ReturnType<typeof matchingPeople>,
  { sort, descending }: Pick<DirectoryQuery, "sort" | "descending">,
  { name }: Collation,
) {
  const by = (text: (typeof ORDER)[keyof typeof ORDER]) => collated(text, name);
  const order = sql`${by(ORDER[sort])} ${sql.raw(descending ? "DESC" : "ASC")} NULLS LAST`;
  return people
    .select(["person.id", "person.name", "person.preferredName", "person.familyName"])
    .select(["person.pronunciation", "person.pronouns"])
    .select(["person.jobTitle", "person.department", "person.location", "person.country"])
    .select(["person.email", "person.status", "person.managerId"])
    .select(["manager.name as manager", "manager.preferredName as managerPreferredName"])
    .select("manager.familyName as managerFamilyName")
    .orderBy(order)
    .orderBy(by(ORDER.name))
    .orderBy("person.id");
}

type SortedRow = Awaited<ReturnType<ReturnType<typeof sorted>["execute"]>>[number];

function directoryRow(row: SortedRow): DirectoryRow {
  const { id, jobTitle, department, location, country, managerId, email } = row;
  const { pronunciation, pronouns } = row;
  const managerName =
    row.manager === null
      ? null
      : displayName({
          name: row.manager,
          preferredName: row.managerPreferredName,
          familyName: row.managerFamilyName,
        });
  const status = statusOf(row.status);
  const name = displayName(row);
  return {
    id,
    name,
    pronunciation,
    pronouns,
    jobTitle,
    department,
    location,
    country,
    managerId,
    managerName,
    email,
    status,
  };
}
