import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";

// What a changed password ends beside sessions: whoever changes passwords knows nothing else of these.

/** Takes every passkey of an account away. @returns how many there were. */
export async function deletePasskeys(tx: Tx, accountId: string): Promise<number> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    DELETE FROM auth.passkey WHERE account_id = ${accountId}
  `,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Forgets the other address that was wished for an account; false when there was none. */
export async function deleteWish(tx: Tx, accountId: string): Promise<boolean> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    DELETE FROM auth.address_wish WHERE account_id = ${accountId}
  `,
  );
  return (numAffectedRows ?? 0n) > 0n;
}
