import { type RawBuilder, type SqlBool, sql } from "kysely";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { type Column, filterSql } from "../asking/filter-reads.server.ts";
import type { Asked } from "../domain/asked.ts";
import type { Group } from "../domain/group-resource.ts";
import type { GroupFilterName } from "../domain/read-group.ts";
import type { Read } from "../domain/scim-fault.ts";
import type { Provider } from "../provider.ts";

/** A group of the provider's organisation; null for anything else. */
export async function groupById(
  tx: Tx,
  provider: Provider,
  id: string,
  withMembers: boolean,
): Promise<Group | null> {
  if (!isId(id)) return null;
  const row = await groups(tx, provider).where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  const members = withMembers ? await membersOf(tx, provider, [id]) : null;
  return { ...row, members: members && (members.get(id) ?? []) };
}

/** Those that a filter asks for, one page of them, and how many there are. */
export async function groupsAsked(
  tx: Tx,
  provider: Provider,
  { condition, skip, count, sortBy, descending }: Asked<GroupFilterName>,
  withMembers: boolean,
): Promise<Read<{ total: number; groups: Group[] }>> {
  const columns = columnsOf(provider);
  const where = condition === null ? null : filterSql(condition, columns);
  if (where && !where.ok) return where;
  const asked = groups(tx, provider).$if(where !== null, (query) =>
    query.where(where?.value as RawBuilder<SqlBool>),
  );
  const { total } = await asked
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  if (count === 0) return { ok: true, value: { total, groups: [] } };
  const column = sortBy === null || sortBy === "member" ? null : columns[sortBy];
  const rows = await asked
    .$if(column !== null && "sql" in column, (query) =>
      query.orderBy((column as { sql: RawBuilder<unknown> }).sql, descending ? "desc" : "asc"),
    )
    .orderBy("id", descending ? "desc" : "asc")
    .limit(count)
    .offset(skip)
    .execute();
  const ids = rows.map(({ id }) => id);
  const members = withMembers ? await membersOf(tx, provider, ids) : null;
  const found = rows.map((row) => ({ ...row, members: members && (members.get(row.id) ?? []) }));
  return { ok: true, value: { total, groups: found } };
}

function groups(tx: Tx, { organisationId }: Provider) {
  return tx
    .selectFrom("provisionedGroup")
    .where("organisationId", "=", organisationId)
    .select(["id", "displayName", "externalId", "version"])
    .select(["createdAt as created", "updatedAt as changed"]);
}

async function membersOf(tx: Tx, { organisationId }: Provider, groupIds: readonly string[]) {
  const rows = await tx
    .selectFrom("provisionedMember as member")
    .innerJoin(lentPeople({ organisationId }), (join) =>
      join.onRef("person.id", "=", "member.personId"),
    )
    .where("member.organisationId", "=", organisationId)
    .where("member.groupId", "=", sql<string>`ANY(${groupIds}::uuid[])`)
    .select(["member.groupId", "member.personId as id", "person.name"])
    .orderBy("member.personId")
    .execute();
  const byGroup = Map.groupBy(rows, ({ groupId }) => groupId);
  return new Map(
    [...byGroup].map(([id, own]) => [id, own.map((row) => ({ id: row.id, name: row.name }))]),
  );
}

function columnsOf({ organisationId }: Provider): Readonly<Record<GroupFilterName, Column>> {
  return {
    id: { kind: "id", sql: sql`provisioned_group.id` },
    displayName: {
      kind: "any",
      sql: sql`provisioned_group.display_name`,
      small: sql`provisioned_group.display_name_key`,
    },
    externalId: { kind: "exact", sql: sql`provisioned_group.external_id` },
    member: {
      kind: "several",
      of: { kind: "id", sql: sql`member.person_id` },
      holds: (condition) => sql<SqlBool>`EXISTS (SELECT FROM provisioned_member member
        WHERE member.organisation_id = ${organisationId}::uuid AND member.group_id = provisioned_group.id
          AND ${condition})`,
    },
    created: { kind: "time", sql: sql`provisioned_group.created_at` },
    changed: { kind: "time", sql: sql`provisioned_group.updated_at` },
  };
}
