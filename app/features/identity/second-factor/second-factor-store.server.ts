import { sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";

export type StoredFactor = { sealedSecret: string; left: number; since: string };

/** The second factor of an account; null where it has none. */
export async function factorOf(
  database: Database | Tx,
  accountId: string,
): Promise<StoredFactor | null> {
  const { rows } = await overAccounts(
    database,
    sql<StoredFactor>`
    SELECT sealed_secret AS "sealedSecret", cardinality(recovery) AS left, to_char(since, 'YYYY-MM-DD') AS since
      FROM auth.second_factor WHERE account_id = ${accountId}
  `,
  );
  return rows[0] ?? null;
}

type NewFactor = { sealedSecret: string; step: number; recovery: readonly string[]; since: string };

/** False when the account has one already, and then nothing is done. */
export async function insertFactor(
  tx: Tx,
  accountId: string,
  { sealedSecret, step, recovery, since }: NewFactor,
): Promise<boolean> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    INSERT INTO auth.second_factor (account_id, sealed_secret, last_step, recovery, since)
    VALUES (${accountId}, ${sealedSecret}, ${step}, ${recovery}::text[], ${since}::date)
    ON CONFLICT (account_id) DO NOTHING
  `,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** False when there was none. */
export async function deleteFactor(tx: Tx, accountId: string): Promise<boolean> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    DELETE FROM auth.second_factor WHERE account_id = ${accountId}
  `,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** Uses up the codes of a step of time; false when they, or later ones, were used before. */
export async function spendStep(
  database: Database,
  accountId: string,
  step: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE auth.second_factor SET last_step = ${step} WHERE account_id = ${accountId} AND last_step < ${step}
  `.execute(database);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Uses up a recovery code; false when it is none, or was used before. */
export async function spendRecovery(tx: Tx, accountId: string, hash: string): Promise<boolean> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    UPDATE auth.second_factor SET recovery = array_remove(recovery, ${hash})
     WHERE account_id = ${accountId} AND ${hash} = ANY(recovery)
  `,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** Puts other recovery codes in the place of those that are left. */
export async function replaceRecovery(
  tx: Tx,
  accountId: string,
  recovery: readonly string[],
): Promise<void> {
  await overAccounts(
    tx,
    sql`
    UPDATE auth.second_factor SET recovery = ${recovery}::text[] WHERE account_id = ${accountId}
  `,
  );
}
