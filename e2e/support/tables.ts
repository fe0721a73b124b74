import { onDatabase } from "./database.ts";
import type { Server } from "./server.ts";

/** Every table but the queue's own bookkeeping, with a print of all that stands in it. */
export async function printOfTables(server: Server): Promise<Record<string, unknown>> {
  const tables = await tablesOf(server, "AND table_schema <> 'pgboss'");
  const prints = await onDatabase(
    server.dataDir,
    tables
      .map(
        (table) =>
          `SELECT '${table}' AS name, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS print FROM ${table} t`,
      )
      .join(" UNION ALL "),
  );
  return Object.fromEntries(prints.map(({ name, print }) => [String(name), print]));
}

async function tablesOf(server: Server, more = ""): Promise<string[]> {
  const rows = await onDatabase(
    server.dataDir,
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ${more}`,
  );
  return rows.map(({ name }) => String(name));
}

/** In how many rows of all tables a text stands. */
export async function rowsHolding(server: Server, text: string): Promise<number> {
  const counts = await onDatabase(
    server.dataDir,
    (await tablesOf(server))
      .map(
        (table) =>
          `SELECT count(*)::int AS found FROM ${table} t WHERE strpos(t::text, '${text}') > 0`,
      )
      .join(" UNION ALL "),
  );
  return counts.reduce((sum, { found }) => sum + Number(found), 0);
}
