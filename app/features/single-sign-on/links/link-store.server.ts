import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Whose account a provider's subject is; null for one who never came. */
export async function accountOfSubject(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { providerId, subject }: { providerId: string; subject: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom("signOnLink")
    .where("organisationId", "=", organisationId)
    .where("providerId", "=", providerId)
    .where("subject", "=", subject)
    .select("accountId")
    .executeTakeFirst();
  return row?.accountId ?? null;
}

/** Which of these accounts subjects of a provider stand for. */
export async function linkedAmong(
  tx: Tx,
  { organisationId }: OrganisationScope,
  providerId: string,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("signOnLink")
    .where("organisationId", "=", organisationId)
    .where("providerId", "=", providerId)
    .where("accountId", "=", sql<string>`ANY(${accountIds}::text[])`)
    .select("accountId")
    .execute();
  return new Set(rows.map(({ accountId }) => accountId));
}

/**
 * Says whose account a subject is; said twice at once, it is said once.
 * @throws when the subject stands for another account, or the account for another subject.
 */
export async function insertLink(
  tx: Tx,
  scope: OrganisationScope,
  link: { providerId: string; subject: string; accountId: string; since: string },
): Promise<void> {
  await tx
    .insertInto("signOnLink")
    .values({ organisationId: scope.organisationId, ...link })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if ((await accountOfSubject(tx, scope, link)) !== link.accountId)
    throw new Error("a subject and an account that are linked already, each otherwise");
}

/** By what an organisation's providers know an account, with their names. */
export async function subjectsOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  accountId: string,
): Promise<{ provider: string; subject: string; since: string }[]> {
  return tx
    .selectFrom("signOnLink as link")
    .innerJoin("signOnProvider as provider", (join) =>
      join
        .onRef("provider.id", "=", "link.providerId")
        .on("provider.organisationId", "=", organisationId),
    )
    .where("link.organisationId", "=", organisationId)
    .where("link.accountId", "=", accountId)
    .select(["provider.name as provider", "link.subject", "link.since"])
    .orderBy("provider.id")
    .execute();
}

/** The providers that know an account and are on. */
export async function openLinksOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  accountId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("signOnLink as link")
    .innerJoin("signOnProvider as provider", (join) =>
      join
        .onRef("provider.id", "=", "link.providerId")
        .on("provider.organisationId", "=", organisationId),
    )
    .where("link.organisationId", "=", organisationId)
    .where("link.accountId", "=", accountId)
    .where("provider.state", "=", "on")
    .select("provider.id")
    .orderBy("provider.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** False when the provider does not know that account. */
export async function deleteLink(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { providerId, accountId }: { providerId: string; accountId: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("signOnLink")
    .where("organisationId", "=", organisationId)
    .where("providerId", "=", providerId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteLinksOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  accountId: string,
): Promise<void> {
  await tx
    .deleteFrom("signOnLink")
    .where("organisationId", "=", organisationId)
    .where("accountId", "=", accountId)
    .execute();
}
