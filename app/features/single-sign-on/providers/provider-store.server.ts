import type { Insertable, Updateable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { SignOnProvider } from "~/platform/db/schema.gen.ts";

export async function insertProvider(
  tx: Tx,
  { organisationId }: OrganisationScope,
  provider: Omit<Insertable<SignOnProvider>, "organisationId">,
): Promise<void> {
  await tx
    .insertInto("signOnProvider")
    .values({ organisationId, ...provider })
    .execute();
}

export async function updateProvider(
  tx: Tx,
  { organisationId }: OrganisationScope,
  providerId: string,
  changes: Updateable<SignOnProvider>,
): Promise<void> {
  await tx
    .updateTable("signOnProvider")
    .set(changes)
    .where("organisationId", "=", organisationId)
    .where("id", "=", providerId)
    .execute();
}

/** Removes a provider, and with it who its subjects are. */
export async function deleteProvider(
  tx: Tx,
  { organisationId }: OrganisationScope,
  providerId: string,
): Promise<void> {
  await tx
    .deleteFrom("signOnProvider")
    .where("organisationId", "=", organisationId)
    .where("id", "=", providerId)
    .execute();
}
