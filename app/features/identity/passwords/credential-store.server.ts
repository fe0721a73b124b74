import { sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";

/**
 * Puts another hash in the place of the one that is known; false when it was changed meanwhile, and then nothing is
 * done.
 */
export async function replaceHash(
  tx: Tx | Database,
  accountId: string,
  { known, hash }: { known: string; hash: string },
): Promise<boolean> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    UPDATE auth."account" SET "password" = ${hash}
     WHERE "userId" = ${accountId} AND "providerId" = 'credential' AND "password" = ${known}
  `,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** Ends the sessions of an account, on whatever device, but for the one by this token. */
export async function endSessionsBut(
  tx: Tx,
  accountId: string,
  token: string | null,
): Promise<void> {
  await overAccounts(
    tx,
    sql`
    DELETE FROM auth."session" WHERE "userId" = ${accountId} AND "token" IS DISTINCT FROM ${token}
  `,
  );
}
