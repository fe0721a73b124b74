import { type Kysely, type QueryResult, type RawBuilder, sql } from "kysely";
import type { DB } from "./schema.gen.ts";

/** The last such statement of each transaction: one that shuts the door must not shut it on the next. */
const turns = new WeakMap<object, Promise<unknown>>();

/**
 * Runs one statement over the tables of accounts; columns come as they are called. A transaction that is of an
 * organisation sees none of these otherwise, so that no forgotten condition in it tells of passwords, sessions or keys;
 * one that is of none, as of whoever signs in, sees them anyway.
 */
export function overAccounts<Row>(
  executor: Kysely<DB>,
  statement: RawBuilder<Row>,
): Promise<QueryResult<Row>> {
  if (!executor.isTransaction) return statement.execute(executor.withoutPlugins());
  const before = turns.get(executor) ?? Promise.resolve();
  const turn = before.then(() => withOpenDoor(executor, statement));
  turns.set(
    executor,
    turn.catch(() => undefined),
  );
  return turn;
}

async function withOpenDoor<Row>(
  tx: Kysely<DB>,
  statement: RawBuilder<Row>,
): Promise<QueryResult<Row>> {
  await sql`SET LOCAL twohats.over_accounts = 'on'`.execute(tx);
  const result = await statement.execute(tx.withoutPlugins());
  await sql`SET LOCAL twohats.over_accounts = ''`.execute(tx);
  return result;
}
