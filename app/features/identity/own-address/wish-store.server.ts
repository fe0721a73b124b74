import { sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";
import type { Wish } from "./wish.ts";

const COLUMNS = sql.raw(
  'id, account_id AS "accountId", old_address AS "oldAddress", new_address AS "newAddress", state, reached,' +
    ` to_char(asked_on, 'YYYY-MM-DD') AS "askedOn", wait_days AS "waitDays"`,
);

/** What the owner of an account wishes to sign in with; null where they wish nothing. */
export async function wishOf(database: Database | Tx, accountId: string): Promise<Wish | null> {
  const { rows } = await overAccounts(
    database,
    sql<Wish>`
    SELECT ${COLUMNS} FROM auth.address_wish WHERE account_id = ${accountId}
  `,
  );
  return rows[0] ?? null;
}

/** The same by its own id, locked where something is to be said of it. */
export async function lockWish(tx: Tx, id: string): Promise<Wish | null> {
  const { rows } = await overAccounts(
    tx,
    sql<Wish>`
    SELECT ${COLUMNS} FROM auth.address_wish WHERE id = ${id}::uuid FOR UPDATE
  `,
  );
  return rows[0] ?? null;
}

export async function wishById(database: Database, id: string): Promise<Wish | null> {
  const { rows } = await sql<Wish>`
    SELECT ${COLUMNS} FROM auth.address_wish WHERE id = ${id}::uuid
  `.execute(database.withoutPlugins());
  return rows[0] ?? null;
}

/** Every wish that is not done. */
export async function openWishes(database: Database): Promise<Wish[]> {
  const { rows } = await sql<Wish>`
    SELECT ${COLUMNS} FROM auth.address_wish WHERE state <> 'done' ORDER BY asked_on, id
  `.execute(database.withoutPlugins());
  return rows;
}

/** Stores a wish in the place of the one before, whose links end. */
export async function putWish(tx: Tx, wish: Wish): Promise<void> {
  await overAccounts(
    tx,
    sql`
    INSERT INTO auth.address_wish (account_id, id, old_address, new_address, asked_on, wait_days, state, reached)
    VALUES (${wish.accountId}, ${wish.id}::uuid, ${wish.oldAddress}, ${wish.newAddress}, ${wish.askedOn}::date,
            ${wish.waitDays}, ${wish.state}, ${wish.reached})
    ON CONFLICT (account_id) DO UPDATE
       SET id = excluded.id, old_address = excluded.old_address, new_address = excluded.new_address,
           asked_on = excluded.asked_on, wait_days = excluded.wait_days, state = excluded.state, reached = excluded.reached
  `,
  );
}

/** Gives an account another address; false when it has another one by now, or somebody else has this one. */
export async function moveAccount(
  tx: Tx,
  { accountId, oldAddress, newAddress }: Wish,
): Promise<boolean> {
  const { numAffectedRows } = await overAccounts(
    tx,
    sql`
    UPDATE auth."user" SET "email" = ${newAddress}
     WHERE "id" = ${accountId} AND "email" = ${oldAddress}
       AND NOT EXISTS (SELECT 1 FROM auth."user" WHERE "email" = ${newAddress})
  `,
  );
  return (numAffectedRows ?? 0n) > 0n;
}
