import { sql } from "kysely";
import type { Database } from "~/platform/db/database.server.ts";

type Row = { id: string; since: string; lastDay: string; device: string | null };

/** The sessions of an account that are still open, by day: the last used first. */
export async function openSessions(
  database: Database,
  accountId: string,
  now: Date,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT "id", to_char("createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS since,
           to_char("updatedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "lastDay", "userAgent" AS device
      FROM auth."session" WHERE "userId" = ${accountId} AND "expiresAt" > ${now}
     ORDER BY "updatedAt" DESC, "createdAt" DESC, "id"
  `.execute(database.withoutPlugins());
  return rows;
}
