import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { mayReadFrameworks } from "../policy.ts";

export type NamedCompetency = { version: number; id: string; name: string };

/** What competencies of published versions are called, by their ids there; nothing for whoever may not read them. */
export async function competencyNames(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
  wanted: readonly { version: number; id: string }[],
): Promise<NamedCompetency[]> {
  if (wanted.length === 0 || !mayReadFrameworks(actor) || !isId(frameworkId)) return [];
  const { rows } = await sql<NamedCompetency>`
    SELECT version, each.entry->>'id' AS id, each.entry->>'name' AS name
      FROM own_framework_version, jsonb_array_elements(definition->'competencies') AS each(entry)
     WHERE organisation_id = ${actor.organisationId}::uuid AND framework_id = ${frameworkId}::uuid
       AND version = ANY(${wanted.map(({ version }) => version)}::int[])
       AND each.entry->>'id' = ANY(${wanted.map(({ id }) => id)}::text[])`.execute(tx);
  return rows;
}

export type PublishedName = {
  frameworkId: string;
  framework: string;
  id: string;
  name: string;
  otherNames: string[];
};

/** Every competency of the newest published versions, by framework and in its order; nothing as `competencyNames`. */
export async function publishedNames(tx: Tx, actor: Actor): Promise<PublishedName[]> {
  if (!mayReadFrameworks(actor)) return [];
  const { rows } = await sql<PublishedName>`
    SELECT newest.framework_id AS "frameworkId", newest.name AS framework,
           each.entry->>'id' AS id, each.entry->>'name' AS name, each.entry->'otherNames' AS "otherNames"
      FROM (SELECT DISTINCT ON (framework_id) framework_id, name, definition
              FROM own_framework_version
             WHERE organisation_id = ${actor.organisationId}::uuid
             ORDER BY framework_id, version DESC) AS newest,
           jsonb_array_elements(newest.definition->'competencies') WITH ORDINALITY AS each(entry, place)
     ORDER BY newest.name, newest.framework_id, each.place`.execute(tx);
  return rows;
}
