import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Which addresses were written to since a moment by letters of these kinds, and what each was about. */
export async function lettersSince(
  tx: Tx,
  scope: OrganisationScope,
  kinds: readonly string[],
  since: Date,
): Promise<{ aboutId: string | null; toAddress: string }[]> {
  return tx
    .selectFrom("message")
    .where("organisationId", "=", scope.organisationId)
    .where("kind", "in", kinds)
    .where("createdAt", ">", since)
    .select(["aboutId", "toAddress"])
    .execute();
}
