import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type NewToken = {
  id: string;
  name: string;
  tokenHash: string;
  createdBy: string;
  createdAt: Date;
};

export async function insertToken(
  tx: Tx,
  { organisationId }: OrganisationScope,
  token: NewToken,
): Promise<void> {
  await tx
    .insertInto("provisioningToken")
    .values({ organisationId, ...token })
    .execute();
}

/** A token that opens something still; null for one that was revoked, or never was. */
export async function openToken(
  tx: Tx,
  { organisationId }: OrganisationScope,
  tokenId: string,
): Promise<{ tokenHash: string; lastUsedOn: string | null } | null> {
  const row = await tx
    .selectFrom("provisioningToken")
    .where("organisationId", "=", organisationId)
    .where("id", "=", tokenId)
    .where("revokedAt", "is", null)
    .select(["tokenHash", "lastUsedOn"])
    .executeTakeFirst();
  return row ?? null;
}

/** Notes the day on which a token was used last. */
export async function noteUse(
  tx: Tx,
  { organisationId }: OrganisationScope,
  tokenId: string,
  day: string,
): Promise<void> {
  await tx
    .updateTable("provisioningToken")
    .set({ lastUsedOn: day })
    .where("organisationId", "=", organisationId)
    .where("id", "=", tokenId)
    .execute();
}

/** Revokes a token for good. @returns whether it opened something until now. */
export async function revoke(
  tx: Tx,
  { organisationId }: OrganisationScope,
  tokenId: string,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable("provisioningToken")
    .set({ revokedAt: at })
    .where("organisationId", "=", organisationId)
    .where("id", "=", tokenId)
    .where("revokedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
