import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";
import type { Actor } from "../domain/actor.ts";
import { mayReadAudit } from "../policy.ts";

/** Whose memberships these are, by name. For whoever may read the audit record. */
export async function membersByName(
  tx: Tx,
  actor: Actor,
  membershipIds: readonly string[],
): Promise<Map<string, string>> {
  if (!mayReadAudit(actor)) return new Map();
  const { rows } = await overAccounts(
    tx,
    sql<{ id: string; name: string }>`
    SELECT m.id, u."name" FROM membership m JOIN auth."user" u ON u."id" = m.account_id
     WHERE m.organisation_id = ${actor.organisationId}::uuid AND m.id = ANY(${membershipIds}::uuid[])
  `,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
