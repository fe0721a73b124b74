import type pg from "pg";

/** Where in the whole database any of these words still stands, in any case, as "schema.table: word". */
export async function wordsLeft(owner: pg.Pool, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string; bytes: string[] }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
           ARRAY(SELECT quote_ident(attname) FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype) AS bytes
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
     ORDER BY 1`);
  const left: string[] = [];
  for (const { name, bytes } of tables)
    for (const word of words) {
      const inBytes = bytes.map(
        (column) => ` OR position(convert_to($1, 'UTF8') IN t.${column}) > 0`,
      );
      const { rows } = await owner.query(
        `SELECT 1 FROM ${name} t WHERE position(lower($1) IN lower(to_jsonb(t)::text)) > 0${inBytes.join("")} LIMIT 1`,
        [word],
      );
      if (rows.length > 0) left.push(`${name}: ${word}`);
    }
  return left;
}
