import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Framework } from "../domain/framework.ts";
import { frameworkOf } from "../reads.server.ts";

const MOST_KEPT = 200;

/** A version never changes once it is stored: each is fetched and checked once, not for every page that names it. */
const kept = new Map<string, Framework>();

/** With an id where it is an organisation's own. */
type Stored = { id: string | null; key: string; version: number };

/** Frameworks that go by a key, every version, by key and version. */
export async function keyedFrameworks(
  tx: Tx,
  scope: OrganisationScope,
  key?: string,
): Promise<Framework[]> {
  const { rows } = await sql<Stored>`
    SELECT id, key, version
      FROM (SELECT id, key, version FROM framework WHERE organisation_id = ${scope.organisationId}::uuid
            UNION ALL
            SELECT NULL, key, version FROM content.framework) AS each_version
     WHERE ${key ?? null}::text IS NULL OR key = ${key ?? null}
     ORDER BY key, version`.execute(tx);
  const found: Framework[] = [];
  for (const { id, ...builtIn } of rows) {
    const name = id ?? `${builtIn.key} ${builtIn.version}`;
    let framework = kept.get(name);
    if (!framework) {
      framework = await frameworkOf(tx, scope, id === null ? builtIn : { id });
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(name, framework);
    }
    found.push(framework);
  }
  return found;
}
