import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { emailKey } from "./domain/clean-text.ts";
import { displayName } from "./domain/display-name.ts";

export type AddressHolder = {
  id: string;
  name: string;
  jobTitle: string | null;
  active: boolean;
  external: boolean;
};

/** Whose address this is in an organisation, in any spelling; null when nobody's. */
export async function holderOfAddress(
  tx: Tx,
  scope: OrganisationScope,
  address: string,
): Promise<AddressHolder | null> {
  const row = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .where("emailKey", "=", emailKey(address))
    .select(["id", "name", "preferredName", "familyName", "jobTitle", "status", "external"])
    .executeTakeFirst();
  if (!row) return null;
  const { id, jobTitle, status, external } = row;
  return { id, name: displayName(row), jobTitle, active: status === "active", external };
}
