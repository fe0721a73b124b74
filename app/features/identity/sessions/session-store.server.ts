import { sql } from "kysely";
import type { Database } from "~/platform/db/database.server.ts";

/** Ends one session of an account, on whatever device; one that is not theirs stays. */
export async function deleteSession(
  database: Database,
  accountId: string,
  sessionId: string,
): Promise<void> {
  await sql`
    DELETE FROM auth."session" WHERE "userId" = ${accountId} AND "id" = ${sessionId}
  `.execute(database);
}

/** Ends every session of an account but one. */
export async function deleteOtherSessions(
  database: Database,
  accountId: string,
  sessionId: string,
): Promise<void> {
  await sql`
    DELETE FROM auth."session" WHERE "userId" = ${accountId} AND "id" <> ${sessionId}
  `.execute(database);
}

/** Writes down on which day each of these was last used, in the order given. */
export async function keepLastDay(
  database: Database,
  used: readonly { id: string; lastDay: string }[],
): Promise<void> {
  await sql`
    UPDATE auth."session" s
       SET "updatedAt" = used.day::timestamp AT TIME ZONE 'UTC'
      FROM unnest(${used.map(({ id }) => id)}::text[], ${used.map(({ lastDay }) => lastDay)}::date[]) AS used (id, day)
     WHERE s."id" = used.id
  `.execute(database);
}
