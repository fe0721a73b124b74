import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Framework, parseFramework } from "../domain/framework.ts";

const MOST_KEPT = 200;

/** A version never changes once it is stored: each is fetched and checked once, not for every page that names it. */
const kept = new Map<string, Framework>();

type Stored = { organisationId: string | null; key: string; version: number };
type Defined = { definition: unknown };

/** Frameworks that go by a key, every version, by key and version. */
export async function keyedFrameworks(
  tx: Tx,
  { organisationId }: OrganisationScope,
  key?: string,
): Promise<Framework[]> {
  const { rows } = await sql<Stored>`
    SELECT organisation_id AS "organisationId", key, version
      FROM (SELECT organisation_id, key, version FROM framework
             WHERE organisation_id = ${organisationId}::uuid
            UNION ALL
            SELECT NULL, key, version FROM content.framework) AS each_version
     WHERE ${key ?? null}::text IS NULL OR key = ${key ?? null}
     ORDER BY key, version`.execute(tx);
  const found: Framework[] = [];
  for (const stored of rows) found.push(kept.get(nameOf(stored)) ?? (await keep(tx, stored)));
  return found;
}

async function keep(tx: Tx, stored: Stored): Promise<Framework> {
  const { organisationId, key, version } = stored;
  const { rows } =
    organisationId === null
      ? await sql<Defined>`SELECT definition FROM content.framework
                            WHERE key = ${key} AND version = ${version}`.execute(tx)
      : await sql<Defined>`SELECT definition FROM framework
                            WHERE organisation_id = ${organisationId}::uuid
                              AND key = ${key} AND version = ${version}`.execute(tx);
  const framework = parseFramework(rows[0]?.definition);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(nameOf(stored), framework);
  return framework;
}

function nameOf({ organisationId, key, version }: Stored): string {
  return `${organisationId ?? ""} ${key} ${version}`;
}
