import { sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";

/** Keeps a code by its keyed hash; those that ran out go. */
export async function insertFoundingCode(
  database: Database | Tx,
  { mark, until, now }: { mark: string; until: Date; now: Date },
): Promise<void> {
  await sql`DELETE FROM auth.founding_code WHERE until <= ${now}`.execute(database);
  await sql`INSERT INTO auth.founding_code (mark, until) VALUES (${mark}, ${until})`.execute(
    database,
  );
}

export async function isFoundingCode(
  database: Database,
  mark: string,
  now: Date,
): Promise<boolean> {
  const { rows } =
    await sql`SELECT 1 FROM auth.founding_code WHERE mark = ${mark} AND until > ${now}`.execute(
      database,
    );
  return rows.length > 0;
}

/** Uses a code up; false when it is good no more. Of two at once the second waits, and finds it gone. */
export async function takeFoundingCode(tx: Tx, mark: string, now: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`DELETE FROM auth.founding_code WHERE mark = ${mark} AND until > ${now}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Takes every code back that was not used. @returns how many there were. */
export async function deleteFoundingCodes(database: Database, now: Date): Promise<number> {
  const { rows } = await sql<{ good: boolean }>`
    DELETE FROM auth.founding_code RETURNING until > ${now} AS good`.execute(
    database.withoutPlugins(),
  );
  return rows.filter(({ good }) => good).length;
}
