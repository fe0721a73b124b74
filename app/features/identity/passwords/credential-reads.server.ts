import { sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";

/** An account that is opened by a password, and the hash of that. */
export type Credential = { accountId: string; email: string; name: string; hash: string };

/** The password of an account, for whoever proved that it is theirs; null where there is none. */
export async function credentialOf(
  database: Database | Tx,
  accountId: string,
): Promise<Credential | null> {
  const { rows } = await overAccounts(
    database,
    sql<Credential>`
    SELECT u."id" AS "accountId", u."email", u."name", a."password" AS hash
      FROM auth."user" u JOIN auth."account" a ON a."userId" = u."id"
     WHERE u."id" = ${accountId} AND a."providerId" = 'credential' AND a."password" IS NOT NULL
  `,
  );
  return rows[0] ?? null;
}

/** The same for whoever signs in with an address and is a member of this organisation. */
export async function credentialWithAddress(
  tx: Tx,
  { organisationId }: OrganisationScope,
  address: string,
): Promise<Credential | null> {
  const { rows } = await overAccounts(
    tx,
    sql<Credential>`
    SELECT u."id" AS "accountId", u."email", u."name", a."password" AS hash
      FROM membership m
      JOIN auth."user" u ON u."id" = m.account_id
      JOIN auth."account" a ON a."userId" = u."id"
     WHERE m.organisation_id = ${organisationId}::uuid AND u."email" = ${address.toLowerCase()}
       AND a."providerId" = 'credential' AND a."password" IS NOT NULL
  `,
  );
  return rows[0] ?? null;
}

/** The account of an address, however it is opened; null where there is none. */
export async function accountWithAddress(
  database: Database,
  address: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT "id" FROM auth."user" WHERE "email" = ${address.toLowerCase()}
  `.execute(database.withoutPlugins());
  return rows[0]?.id ?? null;
}
