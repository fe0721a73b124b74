import type pg from "pg";
import { allowance } from "./allowed-statements.ts";
import { unboundTables } from "./unbound-tables.ts";

/**
 * Where statements are noted for now, if anywhere; and what was refused on one database so far, each statement once.
 */
export type Watch = { notes: string[] | null; refused: string[] };

/**
 * Refuses, on every connection of a pool, statements on tables of organisations that don't say whose rows they mean.
 * They fail where they are made, and are remembered for tests that expect a failure.
 */
export function watchStatements(pool: pg.Pool, tables: ReadonlySet<string>): Watch {
  const watch: Watch = { notes: null, refused: [] };
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      const text = textOf(given[0]);
      watch.notes?.push(text);
      const problem = problemWith(text, tables);
      if (problem === null) return query(...given);
      if (!watch.refused.includes(problem)) watch.refused.push(problem);
      const error = new Error(problem);
      const callback = given.at(-1);
      if (typeof callback !== "function") return Promise.reject(error);
      return callback(error);
    }) as typeof client.query;
  });
  return watch;
}

// The same statements come again and again.
const judged = new Map<string, string | null>();

function problemWith(text: string, tables: ReadonlySet<string>): string | null {
  const known = judged.get(text);
  if (known !== undefined) return known;
  const unbound = allowance(text) ? [] : unboundTables(text, tables);
  const problem =
    unbound.length === 0
      ? null
      : `No organisation is named for ${unbound.join(", ")} in: ${text.replace(/\s+/g, " ").trim()}`;
  judged.set(text, problem);
  return problem;
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  if (typeof query === "object" && query !== null && "text" in query) return String(query.text);
  throw new Error("a query without a text");
}

/** The tables of organisations in a database: every one but those that belong to the installation. */
export async function tablesOfOrganisations(owner: pg.Pool): Promise<Set<string>> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'schema_migration'`,
  );
  return new Set(rows.map(({ name }) => name));
}
