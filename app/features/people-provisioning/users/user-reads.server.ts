import { type RawBuilder, type SqlBool, sql } from "kysely";
import { z } from "zod";
import { PERSON_FIELDS, type PersonFacts } from "~/features/people/domain/index.ts";
import { asOrganisationSays, lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { type Column, filterSql } from "../asking/filter-reads.server.ts";
import type { Asked } from "../domain/asked.ts";
import type { Read } from "../domain/scim-fault.ts";
import type { Said } from "../domain/settle-user.ts";
import { USER_ATTRIBUTES } from "../domain/user-attributes.ts";
import type { UserFilterName } from "../domain/user-filter.ts";
import type { User } from "../domain/user-resource.ts";
import type { Provider } from "../provider.ts";

export type UserList = { total: number; users: User[] };

const FACTS = USER_ATTRIBUTES.map(({ fact }) => fact);
const text = z.string().nullable();

/** What is kept as JSON; anything else is a fault of ours. */
export const saidKept: z.ZodType<Said> = z.object({
  displayName: text,
  formatted: text,
  preferredLanguage: text,
  timezone: text,
  sent: z.array(z.enum(FACTS)),
});

/** Somebody whom a provider keeps; null for everybody else, whoever they are. */
export async function userById(tx: Tx, provider: Provider, id: string): Promise<User | null> {
  if (!isId(id)) return null;
  const row = await usersOf(tx, provider).where("link.personId", "=", id).executeTakeFirst();
  return row ? userIn(row) : null;
}

/** Those whom a filter asks for, one page of them, and how many there are. */
export async function usersAsked(
  tx: Tx,
  provider: Provider,
  { condition, skip, count, sortBy, descending }: Asked<UserFilterName>,
): Promise<Read<UserList>> {
  const where = condition === null ? null : filterSql(condition, COLUMNS);
  if (where && !where.ok) return where;
  const asked = usersOf(tx, provider).$if(where !== null, (query) =>
    query.where(where?.value as RawBuilder<SqlBool>),
  );
  const column = sortBy && COLUMNS[sortBy];
  const rows =
    count === 0
      ? []
      : await asked
          .$if(column !== null, (query) =>
            query.orderBy(orderOf(column as Column), (order) =>
              descending ? order.desc().nullsFirst() : order.asc().nullsLast(),
            ),
          )
          .orderBy("link.personId", descending ? "desc" : "asc")
          .limit(count)
          .offset(skip)
          .execute();
  const users = rows.map(userIn);
  // The last page says itself how many there are.
  if (users.length < count && (users.length > 0 || skip === 0))
    return { ok: true, value: { total: skip + users.length, users } };
  const { total } = await asked
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { ok: true, value: { total: Number(total), users } };
}

function orderOf(column: Column): RawBuilder<unknown> {
  if (column.kind === "several") return orderOf(column.of);
  return column.kind === "any" ? column.small : column.sql;
}

function usersOf(tx: Tx, { organisationId }: Provider) {
  const scope = { organisationId };
  return tx
    .selectFrom("provisionedPerson as link")
    .innerJoin(lentPeople(scope), (join) => join.onRef("person.id", "=", "link.personId"))
    .leftJoin("provisionedPerson as boss", (join) =>
      join
        .onRef("boss.personId", "=", "person.managerId")
        .on("boss.organisationId", "=", organisationId),
    )
    .where("link.organisationId", "=", organisationId)
    .select(PERSON_FIELDS.map((field) => `person.${field}` as const))
    .select(asOrganisationSays("preferredName").as("saidName"))
    .select(asOrganisationSays("language").as("saidLanguage"))
    .select(asOrganisationSays("timezone").as("saidZone"))
    .select(["link.personId as id", "person.status", "person.revision", "person.updatedAt"])
    .select(["link.userName", "link.externalId", "link.said", "link.awaitedManager"])
    .select(["link.version", "link.createdAt as created", "link.updatedAt as linkUpdatedAt"])
    .select("boss.personId as managerId");
}

type Row = Awaited<ReturnType<ReturnType<typeof usersOf>["execute"]>>[number];

function userIn({ said, updatedAt, linkUpdatedAt, ...read }: Row): User {
  const { saidName, saidLanguage, saidZone, ...row } = read;
  // What somebody chose in place of these is not the provider's to see, and not to mend.
  const chosen = { preferredName: saidName, language: saidLanguage, timezone: saidZone };
  const facts: PersonFacts = { ...row, ...chosen };
  const changed = updatedAt > linkUpdatedAt ? updatedAt : linkUpdatedAt;
  return { ...row, ...facts, said: saidKept.parse(said), changed };
}

const any = (
  own: RawBuilder<string | null>,
  small = sql<string | null>`lower(${own})`,
): Column => ({
  kind: "any",
  sql: own,
  small,
});
const person = (field: string) => any(sql<string | null>`person.${sql.ref(field)}`);

/** Where each attribute is: of the record, of the link, or made of both, as a resource tells it. */
const COLUMNS: Readonly<Record<UserFilterName, Column>> = {
  id: { kind: "id", sql: sql`link.person_id` },
  userName: any(sql`link.user_name`, sql`link.user_name_key`),
  externalId: { kind: "exact", sql: sql`link.external_id` },
  displayName: person("name"),
  formatted: any(sql`coalesce(link.said ->> 'formatted', person.name)`),
  givenName: person("given_name"),
  familyName: person("family_name"),
  nickName: any(asOrganisationSays("preferredName")),
  title: person("job_title"),
  userType: person("employment_type"),
  preferredLanguage: any(
    sql`coalesce(link.said ->> 'preferredLanguage', ${asOrganisationSays("language")})`,
  ),
  timezone: any(sql`coalesce(link.said ->> 'timezone', ${asOrganisationSays("timezone")})`),
  active: { kind: "boolean", sql: sql`(person.status = 'active')` },
  email: any(sql`person.email`, sql`person.email_key`),
  country: person("country"),
  locality: person("location"),
  employeeNumber: { kind: "exact", sql: sql`person.employee_id` },
  department: person("department"),
  division: person("division"),
  manager: { kind: "id", sql: sql`boss.person_id` },
  created: { kind: "time", sql: sql`link.created_at` },
  changed: { kind: "time", sql: sql`greatest(person.updated_at, link.updated_at)` },
};
