import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Whoever makes a link for a first owner and whoever comes in by one do so one after the other. */
export async function lockFirstOwner(tx: Tx, scope: OrganisationScope): Promise<void> {
  const key = `first owner of ${scope.organisationId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}
