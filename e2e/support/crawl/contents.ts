import { onDatabase } from "../database.ts";

// What every visit may write: sessions and the counts of tries belong to no organisation.
const OF_VISITS = ["rate_limit", "session", "verification"];
/** What the clock writes, whoever visits: records are sealed every quarter of an hour, and looked through at night. */
const OF_THE_CLOCK = ["due", "audit_seal", "audit_link", "audit_check", "retention_run"];

/**
 * A fingerprint of everything a database holds, table by table: equal before and after means that nothing was written.
 * With an organisation, of what belongs to it.
 */
export async function contentsOf(
  dataDir: string,
  organisationId?: string,
): Promise<Record<string, string>> {
  const tables = await onDatabase(
    dataDir,
    `SELECT table_schema || '."' || table_name || '"' AS name, table_name FROM information_schema.tables
      WHERE table_schema IN ('public', 'auth') AND table_type = 'BASE TABLE'`,
  );
  const counted = tables.filter(
    ({ table_name: name }) => ![...OF_VISITS, ...OF_THE_CLOCK].includes(String(name)),
  );
  const parts = counted.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS print FROM ${name} t
      ${organisationId ? `WHERE coalesce(to_jsonb(t)->>'organisation_id', '${organisationId}') = '${organisationId}'` : ""}`,
  );
  const rows = await onDatabase(dataDir, parts.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, print }) => [String(name), String(print)]));
}
