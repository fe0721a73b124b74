import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { tooLate } from "./outcome-store.server.ts";

/**
 * Whether letters of a kind are still to leave, or were taken back since a moment and not settled yet
 * (`withdrawnMessages`).
 */
export async function unsettledLetters(
  tx: Tx,
  scope: OrganisationScope,
  kind: string,
  since: Date,
): Promise<boolean> {
  const row = await tx
    .selectFrom("message")
    .where("organisationId", "=", scope.organisationId)
    .where("kind", "=", kind)
    .where((eb) =>
      eb.or([
        eb("state", "in", ["queued", "sending"]),
        eb.and([
          eb("state", "=", "failed"),
          eb("lastError", "=", tooLate.lastError),
          eb("createdAt", ">", since),
        ]),
      ]),
    )
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
