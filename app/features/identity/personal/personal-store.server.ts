import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";
import { wholeWords } from "~/platform/search/whole-words.ts";
import { roleAmong } from "../domain/office.ts";
import { wishOf } from "../own-address/wish-store.server.ts";
import { deleteUnusedAccount } from "../store.server.ts";

/** What an account and the changes of an address are to one person. */
export async function identityOf(tx: Tx, scope: OrganisationScope, personId: string) {
  const own = { organisationId: scope.organisationId, personId };
  const membership = await tx
    .selectFrom("membership")
    .where("organisationId", "=", own.organisationId)
    .where("personId", "=", own.personId)
    .select(["id", "accountId", "role", "owner", "units", "state", "roleSince"])
    .executeTakeFirst();
  const appointment = await tx
    .selectFrom("appointment")
    .where("organisationId", "=", own.organisationId)
    .where("personId", "=", own.personId)
    .select("appointedAt")
    .executeTakeFirst();
  const changes = await tx
    .selectFrom("addressChange")
    .where("organisationId", "=", own.organisationId)
    .where("personId", "=", own.personId)
    .select(["oldAddress", "newAddress", "changedAt", "state"])
    .orderBy("changedAt")
    .execute();
  return {
    membership: membership ? { ...membership, role: roleAmong(membership.role) } : null,
    appointed: appointment !== undefined,
    changes,
  };
}

/** The address that an account is signed in to with; in the transaction of one of its organisations. */
export async function addressOfAccount(tx: Tx, accountId: string): Promise<string | null> {
  const { rows } = await overAccounts(
    tx,
    sql<{ email: string }>`
    SELECT "email" FROM auth."user" WHERE "id" = ${accountId}
  `,
  );
  return rows[0]?.email ?? null;
}

/** Ends a person's membership for good, and deletes the account unless another organisation has it. */
export async function deleteMembershipOf(
  tx: Tx,
  scope: OrganisationScope,
  { id, accountId }: { id: string; accountId: string },
): Promise<void> {
  const address = await addressOfAccount(tx, accountId);
  await overAccounts(tx, sql`DELETE FROM auth."session" WHERE "userId" = ${accountId}`);
  await tx
    .deleteFrom("membership")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
  await deleteUnusedAccount(tx, accountId);
  if (address === null) return;
  await overAccounts(
    tx,
    sql`DELETE FROM auth.address_wish WHERE new_address = ${address.toLowerCase()}`,
  );
  const { rows } = await overAccounts(
    tx,
    sql<{ id: string; said: string }>`
    SELECT "id", "identifier" || ' ' || "value" AS said FROM auth."verification"
     WHERE position(lower(${address}) IN lower("identifier" || ' ' || "value")) > 0
  `,
  );
  const own = wholeWords([address.toLowerCase()]);
  const ids = rows.flatMap(({ id, said }) => (own.standIn(said.toLowerCase()) ? [id] : []));
  await overAccounts(tx, sql`DELETE FROM auth."verification" WHERE "id" = ANY(${ids}::text[])`);
}

/** Deletes what is known of the changes of a person's address, and an appointment of theirs. */
export async function forgetAddressChanges(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  for (const table of ["addressChange", "appointment"] as const)
    await tx
      .deleteFrom(table)
      .where("organisationId", "=", organisationId)
      .where("personId", "=", personId)
      .execute();
}

/** Every address that was a person's, as far as accounts and changed addresses know. */
export async function addressesKnown(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<string[]> {
  const { membership, changes } = await identityOf(tx, scope, personId);
  const account = membership && (await addressOfAccount(tx, membership.accountId));
  const changed = changes.flatMap(({ oldAddress, newAddress }) => [oldAddress, newAddress]);
  const wish = membership && (await wishOf(tx, membership.accountId));
  const wished = wish ? [wish.oldAddress, wish.newAddress] : [];
  return [account, ...changed, ...wished].flatMap((address) => address ?? []);
}
