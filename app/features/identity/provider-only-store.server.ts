import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";

/** Lets people into an organisation by its identity provider alone, or by everything again. */
export async function setProviderOnly(
  tx: Tx,
  { organisationId }: OrganisationScope,
  providerOnly: boolean,
): Promise<void> {
  await tx
    .updateTable("organisation")
    .set({ providerOnly })
    .where("organisationId", "=", organisationId)
    .execute();
}

/** Chooses who of the owners may come in without the provider; nobody else may from now on. */
export async function setBreakGlass(
  tx: Tx,
  { organisationId }: OrganisationScope,
  membershipIds: readonly string[],
): Promise<void> {
  await tx
    .updateTable("membership")
    .set({ breakGlass: sql<boolean>`owner AND id = ANY(${membershipIds}::uuid[])` })
    .where("organisationId", "=", organisationId)
    .where("owner", "=", true)
    .execute();
}

/** Ends the sessions of an account that no provider opened, so that how it comes in is looked at anew. */
export async function endOwnSessions(tx: Tx, accountId: string): Promise<void> {
  await overAccounts(
    tx,
    sql`
    DELETE FROM auth."session" s WHERE s."userId" = ${accountId}
       AND NOT EXISTS (SELECT 1 FROM auth.session_origin o WHERE o.session_id = s."id")
  `,
  );
}

/** Ends the sessions of an account that a provider of an organisation opened: it is said to be nobody's there. */
export async function endProviderSessions(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { accountId, providerId }: { accountId: string; providerId: string },
): Promise<void> {
  await overAccounts(
    tx,
    sql`
    DELETE FROM auth."session" s USING auth.session_origin o
     WHERE o.session_id = s."id" AND s."userId" = ${accountId}
       AND o.organisation_id = ${organisationId}::uuid AND coalesce(o.provider_id, ${providerId}::uuid) = ${providerId}::uuid
  `,
  );
}
