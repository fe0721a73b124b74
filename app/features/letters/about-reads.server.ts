import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

const LEFT = ["sending", "sent", "kept"] as const;

/**
 * Which addresses letters about a subject were written to, and whether any has left; but for kinds that only some get
 * for what they did or did not do, such as reminders.
 */
export async function addressesAbout(
  tx: Tx,
  { organisationId }: OrganisationScope,
  aboutId: string,
  { without }: { without: readonly string[] },
): Promise<Map<string, { left: boolean }>> {
  const rows = await tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where("aboutId", "=", aboutId)
    .where("kind", "not in", without)
    .select("toAddress")
    .select((eb) => eb.fn<boolean>("bool_or", [eb("state", "in", LEFT)]).as("left"))
    .groupBy("toAddress")
    .execute();
  return new Map(rows.map(({ toAddress, left }) => [toAddress, { left }]));
}
