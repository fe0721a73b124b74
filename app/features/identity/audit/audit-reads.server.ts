import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import { type Actor, OPERATOR } from "../domain/actor.ts";
import { mayReadAudit } from "../policy.ts";
import { type AuditPlace, type AuditQuery, BY_THE_SERVER } from "./audit-query.ts";

/** A record as it may be shown: of what is shown by its day, neither time, nor who, nor about what is read at all. */
export type AuditLine = AuditPlace & {
  action: string;
  at: Date | null;
  accountId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  detail: Record<string, string | number | boolean | null>;
};

export type AuditWanted = AuditQuery & {
  /** The acts that are shown whole, and those by their day. */
  acts: { whole: readonly string[]; day: readonly string[] };
  zone: string;
  /** The calendar date now in that zone: what is shown by its day is shown when the day is over. */
  today: string;
  /** How many lines at most; null: all. */
  most: number | null;
};

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

type Row = Omit<AuditLine, "detail"> & { detail: unknown };

/**
 * What was done, the newest day first; for whoever may read it. Reads no more days than the page needs: `bound` is the
 * day on which enough older records have been passed.
 */
export async function auditLines(tx: Tx, actor: Actor, wanted: AuditWanted): Promise<AuditLine[]> {
  if (!mayReadAudit(actor)) return [];
  const { zone, after, most } = wanted;
  const midnight = (date: string) => sql`(${date}::date::timestamp AT TIME ZONE ${zone})`;
  const older = after ? sql`at < ${midnight(after.day)}` : sql`true`;
  const { rows } = await sql<Row>`
    WITH shown AS NOT MATERIALIZED (${shown(actor, wanted)}),
         bound AS (SELECT (at AT TIME ZONE ${zone})::date::timestamp AT TIME ZONE ${zone} AS at
                     FROM shown WHERE ${older} ORDER BY at DESC OFFSET ${most ?? 0} LIMIT 1)
    SELECT day::text AS day, by_day AS "byDay", sort, action, detail,
           CASE WHEN NOT by_day THEN at END AS at,
           CASE WHEN NOT by_day THEN account_id END AS "accountId",
           CASE WHEN NOT by_day THEN subject_kind END AS "subjectKind",
           CASE WHEN NOT by_day THEN subject_id END AS "subjectId"
      FROM shown
     WHERE ${most === null ? sql`true` : sql`at >= coalesce((SELECT at FROM bound), '-infinity')`}
       AND ${after ? beyond(after, zone) : sql`true`}
     ORDER BY shown.day DESC, by_day, sort COLLATE "C" DESC
     LIMIT ${most ?? null}
  `.execute(tx.withoutPlugins());
  return rows.map((row) => ({ ...row, detail: row.byDay ? {} : detail.parse(row.detail) }));
}

/** Who did what is shown whole, by account; null is among them where no account did something. */
export async function auditAccounts(
  tx: Tx,
  actor: Actor,
  whole: readonly string[],
): Promise<(string | null)[]> {
  if (!mayReadAudit(actor)) return [];
  const rows = await tx
    .selectFrom("auditRecord")
    .where("organisationId", "=", actor.organisationId)
    .where("action", "=", sql<string>`ANY(${whole}::text[])`)
    .select("accountId")
    .distinct()
    .execute();
  return rows.map(({ accountId }) => accountId);
}

/** Within a day, by the time or by what says nothing of it: ids begin with theirs. */
function shown({ organisationId }: Actor, wanted: AuditWanted) {
  const { zone, action, who, from, to, acts, today } = wanted;
  const among = (names: readonly string[]) =>
    action === null ? names : names.filter((name) => name === action);
  const midnight = (date: string, days: number) =>
    sql`((${date}::date + ${days}::int)::timestamp AT TIME ZONE ${zone})`;
  const byWhom =
    who === BY_THE_SERVER
      ? sql`(account_id IS NULL OR account_id = ${OPERATOR})`
      : sql`account_id = ${who ?? ""}`;
  // What is shown by its day is nobody's: whoever asks for somebody's acts is told none of it.
  const byDay = who === null ? among(acts.day) : [];
  return sql`
    SELECT at, account_id, action, subject_kind, subject_id, detail,
           (at AT TIME ZONE ${zone})::date AS day, action = ANY(${acts.day}::text[]) AS by_day,
           CASE WHEN action = ANY(${acts.day}::text[]) THEN md5(id::text)
                ELSE to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || ' ' || id END AS sort
      FROM audit_record
     WHERE organisation_id = ${organisationId}::uuid
       AND (action = ANY(${among(acts.whole)}::text[])
            OR (action = ANY(${byDay}::text[]) AND at < ${midnight(today, 0)}))
       AND ${who === null ? sql`true` : byWhom}
       AND ${from === null ? sql`true` : sql`at >= ${midnight(from, 0)}`}
       AND ${to === null ? sql`true` : sql`at < ${midnight(to, 1)}`}
  `;
}

/** What stands below a line. */
function beyond({ day, byDay, sort }: AuditPlace, zone: string) {
  return sql`(
    at < ((${day}::date + 1)::timestamp AT TIME ZONE ${zone})
    AND (shown.day < ${day}::date
         OR (by_day > ${byDay} OR (by_day = ${byDay} AND sort COLLATE "C" < ${sort}))))`;
}
