import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";

/** The addresses that these people's accounts are signed in to with, by person. */
export async function accountAddresses(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await overAccounts(
    tx,
    sql<{ personId: string; email: string }>`
    SELECT m.person_id AS "personId", u."email"
      FROM membership m JOIN auth."user" u ON u."id" = m.account_id
     WHERE m.organisation_id = ${scope.organisationId}::uuid AND m.person_id = ANY(${personIds}::uuid[])
  `,
  );
  return new Map(rows.map(({ personId, email }) => [personId, email]));
}

/** The name and address of one's own account; null for what is no account, such as the operator's word. */
export async function ownAddress(
  tx: Tx,
  { accountId }: { accountId: string },
): Promise<{ name: string; address: string } | null> {
  const { rows } = await overAccounts(
    tx,
    sql<{ name: string; address: string }>`
    SELECT "name", "email" AS address FROM auth."user" WHERE "id" = ${accountId}
  `,
  );
  return rows[0] ?? null;
}

/** The names of accounts, by account. What is no account, such as the operator's word, has none. */
export async function accountNames(
  tx: Tx,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await overAccounts(
    tx,
    sql<{ id: string; name: string }>`
    SELECT "id", "name" FROM auth."user" WHERE "id" = ANY(${accountIds}::text[])
  `,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
