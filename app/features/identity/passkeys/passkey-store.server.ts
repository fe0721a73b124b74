import { sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";
import type { PasskeyView } from "./passkey-view.ts";

export type StoredPasskey = {
  id: string;
  accountId: string;
  publicKey: string;
  counter: number;
  transports: string[];
};

/** The passkeys of an account, the oldest first. */
export async function passkeysOf(
  database: Database | Tx,
  accountId: string,
): Promise<(PasskeyView & Pick<StoredPasskey, "transports">)[]> {
  const { rows } = await overAccounts(
    database,
    sql<PasskeyView & Pick<StoredPasskey, "transports">>`
    SELECT id, name, transports, to_char(since, 'YYYY-MM-DD') AS since, to_char(last_day, 'YYYY-MM-DD') AS "lastDay"
      FROM auth.passkey WHERE account_id = ${accountId} ORDER BY since, name, id
  `,
  );
  return rows;
}

/** A passkey by the name its authenticator gives it; null for none. */
export async function passkeyById(database: Database, id: string): Promise<StoredPasskey | null> {
  const { rows } = await sql<StoredPasskey>`
    SELECT id, account_id AS "accountId", public_key AS "publicKey", counter::float8 AS counter, transports
      FROM auth.passkey WHERE id = ${id}
  `.execute(database.withoutPlugins());
  return rows[0] ?? null;
}

/** False when somebody has it already, and then nothing is done. */
export async function insertPasskey(
  tx: Tx,
  { id, accountId, publicKey, counter, transports }: StoredPasskey,
  { name, since }: { name: string; since: string },
): Promise<boolean> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    INSERT INTO auth.passkey (id, account_id, public_key, counter, transports, name, since)
    VALUES (${id}, ${accountId}, ${publicKey}, ${counter}, ${transports}::text[], ${name}, ${since}::date)
    ON CONFLICT (id) DO NOTHING
  `,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/**
 * Writes down that a passkey was used, and how often it says by now. False when it says no more than before although
 * it counts: then there is a second one like it.
 */
export async function notePasskeyUse(
  database: Database,
  id: string,
  { counter, day }: { counter: number; day: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE auth.passkey SET counter = ${counter}::bigint, last_day = ${day}::date
     WHERE id = ${id} AND (counter < ${counter}::bigint OR (counter = 0 AND ${counter}::bigint = 0))
  `.execute(database);
  return (numAffectedRows ?? 0n) > 0n;
}

/** One passkey of an account; false when it has no such. */
export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    DELETE FROM auth.passkey WHERE account_id = ${accountId} AND id = ${id}
  `,
  );
  return (numAffectedRows ?? 0n) > 0n;
}
