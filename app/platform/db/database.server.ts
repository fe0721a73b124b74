import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { OperatorError } from "../errors/operator-error.ts";
import type { DB } from "./schema.gen.ts";

/** The whole database, as the application role: sees no organisation until one is set (see inOrganisation). */
export type Database = Kysely<DB>;
/** A transaction in which one organisation is set. */
export type Tx = Transaction<DB>;

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

const types: pg.CustomTypesConfig = {
  // A calendar date stays text: a Date would shift it across time zones.
  getTypeParser: (oid, format) => {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8 || oid === NUMERIC) return (value: string) => Number(value);
    return pg.types.getTypeParser(oid, format);
  },
};

export type OpenDatabase = { database: Database; pool: pg.Pool; close(): Promise<void> };

/**
 * A server that is away, or whose connections are all in use, is a failure soon and no wait for ever; one that vanished
 * without a word is noticed.
 */
const PATIENCE = {
  connectionTimeoutMillis: 10_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

/** Opens a pool of connections. Times out rather than hang when the server is away. */
export function openDatabase(connectionString: string, maxConnections = 10): OpenDatabase {
  const pool = new pg.Pool({ ...PATIENCE, connectionString, max: maxConnections, types });
  outliveBrokenConnections(pool);
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { database, pool, close: () => database.destroy() };
}

/**
 * Refuses a role that row-level security would not bind.
 * @throws OperatorError when the role is a superuser, may bypass row security, or owns the tables.
 */
export async function requireBoundRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; unbound: boolean }>(
    `SELECT r.rolname AS name,
            r.rolsuper OR r.rolbypassrls OR EXISTS (
              SELECT 1 FROM pg_class c WHERE c.relname = 'person' AND c.relowner = r.oid
            ) AS unbound
       FROM pg_roles r WHERE r.rolname = current_user`,
  );
  if (rows[0]?.unbound !== false) {
    throw new OperatorError(
      `The database role ${rows[0]?.name ?? "in use"} could see past the walls between organisations.`,
      "Set APP_DATABASE_URL to a role that neither owns the tables nor has SUPERUSER or BYPASSRLS.",
    );
  }
}

/**
 * A small pool for the sign-in library. It asks nothing of a connection, so a pooler in front of the database may hand
 * out any.
 */
export function openSignInPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ ...PATIENCE, connectionString, max: 5 });
  outliveBrokenConnections(pool);
  return pool;
}

/**
 * The sign-in library's tables, in their schema `auth`, which every statement names. Their columns are called as the
 * library calls them.
 */
export function signInTables(pool: pg.Pool): { db: Kysely<unknown>; type: "postgres" } {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }).withSchema("auth");
  return { db, type: "postgres" };
}

/**
 * Whether the database answers over these connections, soon: a pool whose queue is long is no better than one that is
 * away.
 */
export async function answers(pool: pg.Pool, withinMs = 2_000): Promise<boolean> {
  const asked = pool.query("SELECT 1").then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, withinMs, false).unref());
  return Promise.race([asked, late]);
}

/**
 * A connection that breaks fails the query that needs it next; the event by itself must not end the process, in use or
 * not.
 */
function outliveBrokenConnections(pool: pg.Pool): void {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
}
