import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Comparison, Condition, FilterValue } from "../domain/filter.ts";
import { badRequest, type Read } from "../domain/scim-fault.ts";

/**
 * How an attribute is found in the database. `any`: its letter case does not count, and `small` is it in
 * small letters.
 */
export type Column =
  | { kind: "any"; sql: RawBuilder<string | null>; small: RawBuilder<string | null> }
  | { kind: "exact" | "id"; sql: RawBuilder<string | null> }
  | { kind: "boolean"; sql: RawBuilder<boolean> }
  | { kind: "time"; sql: RawBuilder<Date> }
  /** Whatever there are several of: `holds` says whether one of them fulfils a condition. */
  | { kind: "several"; of: Column; holds: (condition: RawBuilder<SqlBool>) => RawBuilder<SqlBool> };

type Sql = RawBuilder<SqlBool>;

/**
 * A filter as a condition of SQL. Everything that came from outside is a bound parameter. What is not known fulfils
 * nothing but `ne` and `not`, as the protocol has it.
 */
export function filterSql<Attribute extends string>(
  condition: Condition<Attribute>,
  columns: Readonly<Record<Attribute, Column>>,
): Read<Sql> {
  switch (condition.kind) {
    case "and":
    case "or": {
      const parts: Sql[] = [];
      for (const each of condition.of) {
        const part = filterSql(each, columns);
        if (!part.ok) return part;
        parts.push(part.value);
      }
      const between = condition.kind === "and" ? sql` AND ` : sql` OR `;
      return { ok: true, value: sql<SqlBool>`(${sql.join(parts, between)})` };
    }
    case "not": {
      const inner = filterSql(condition.of, columns);
      return inner.ok ? { ok: true, value: sql<SqlBool>`(${inner.value}) IS NOT TRUE` } : inner;
    }
    case "present":
      return { ok: true, value: present(columns[condition.attribute]) };
    case "constant": {
      const { attribute, holds } = condition;
      return {
        ok: true,
        value: sql<SqlBool>`(${present(columns[attribute])} AND ${sql.lit(holds)})`,
      };
    }
    case "compare":
      return compared(columns[condition.attribute], condition);
  }
}

function present(column: Column): Sql {
  if (column.kind === "several") return column.holds(sql<SqlBool>`true`);
  return sql<SqlBool>`${column.sql} IS NOT NULL`;
}

type Compared = { attribute: string; op: Comparison; value: FilterValue };

function compared(column: Column, asked: Compared): Read<Sql> {
  const { op, value } = asked;
  if (column.kind === "several") {
    const inner = compared(column.of, asked);
    return inner.ok ? { ok: true, value: column.holds(inner.value) } : inner;
  }
  if (op === "ne") {
    const same = compared(column, { ...asked, op: "eq" });
    return same.ok ? { ok: true, value: sql<SqlBool>`(${same.value}) IS NOT TRUE` } : same;
  }
  if (value === null)
    return op === "eq"
      ? { ok: true, value: sql<SqlBool>`${column.sql} IS NULL` }
      : refused(asked, "can't be compared with null");
  if (column.kind === "boolean") return comparedYesNo(column.sql, asked);
  if (column.kind === "time") return comparedTime(column.sql, asked);
  const text = String(value);
  if (column.kind === "any")
    return { ok: true, value: comparedText(column.small, op, sql`lower(${text})`) };
  if (column.kind === "id" && op === "eq")
    return {
      ok: true,
      value: UUID.test(text) ? sql<SqlBool>`${column.sql} = ${text}::uuid` : NEVER,
    };
  const own = column.kind === "id" ? sql`${column.sql}::text` : sql`${column.sql}`;
  return { ok: true, value: comparedText(own, op, sql`${text}::text`) };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NEVER = sql<SqlBool>`false`;

function comparedText(own: RawBuilder<unknown>, op: Comparison, other: RawBuilder<unknown>): Sql {
  switch (op) {
    case "co":
      return sql<SqlBool>`strpos(${own}, ${other}) > 0`;
    case "sw":
      return sql<SqlBool>`starts_with(${own}, ${other})`;
    case "ew":
      return sql<SqlBool>`right(${own}, length(${other})) = ${other}`;
    case "gt":
      return sql<SqlBool>`${own} COLLATE "C" > ${other}`;
    case "ge":
      return sql<SqlBool>`${own} COLLATE "C" >= ${other}`;
    case "lt":
      return sql<SqlBool>`${own} COLLATE "C" < ${other}`;
    case "le":
      return sql<SqlBool>`${own} COLLATE "C" <= ${other}`;
    default:
      return sql<SqlBool>`${own} = ${other}`;
  }
}

function comparedYesNo(own: RawBuilder<boolean>, asked: Compared): Read<Sql> {
  const word = String(asked.value).toLowerCase();
  if (asked.op !== "eq" || (word !== "true" && word !== "false"))
    return refused(asked, "is true or false");
  return { ok: true, value: sql<SqlBool>`${own} = ${word === "true"}` };
}

function comparedTime(own: RawBuilder<Date>, asked: Compared): Read<Sql> {
  const { op, value } = asked;
  const at = typeof value === "string" && ISO.test(value) ? new Date(value) : null;
  if (!at || Number.isNaN(at.getTime())) return refused(asked, "is a date with a time");
  const sign = TIME_SIGNS[op];
  if (!sign) return refused(asked, `can't be compared by ${op}`);
  // As it is told: to the millisecond.
  return {
    ok: true,
    value: sql<SqlBool>`date_trunc('milliseconds', ${own}) ${sql.raw(sign)} ${at}`,
  };
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const TIME_SIGNS: Partial<Record<Comparison, string>> = {
  eq: "=",
  gt: ">",
  ge: ">=",
  lt: "<",
  le: "<=",
};

function refused({ attribute }: Compared, why: string) {
  return badRequest("invalidFilter", `${attribute} ${why}.`);
}
