import { sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import { keyedHash } from "./keyed-hash.server.ts";

/**
 * Uses up what is good once, such as a link; false when it was used before, also by somebody at the same moment. Kept
 * until the day after it would have run out.
 */
export async function spend(
  database: Database | Tx,
  secret: string,
  { token, until }: { token: string; until: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO auth.spent (mark, until) VALUES (${markOf(secret, token)}, ${until.toISOString().slice(0, 10)}::date + 1)
    ON CONFLICT (mark) DO NOTHING
  `.execute(database);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function isSpent(database: Database, secret: string, token: string): Promise<boolean> {
  const { rows } =
    await sql`SELECT 1 FROM auth.spent WHERE mark = ${markOf(secret, token)}`.execute(
      database.withoutPlugins(),
    );
  return rows.length > 0;
}

/** Forgets what would not be good any more anyway. */
export async function deleteOldSpent(database: Database, now: Date): Promise<void> {
  await sql`DELETE FROM auth.spent WHERE until < ${now.toISOString().slice(0, 10)}::date`.execute(
    database,
  );
}

function markOf(secret: string, token: string): string {
  return keyedHash(secret, "spent", token);
}
