import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/**
 * When an organisation's changed addresses have to be looked at although nobody changes anything: when the first wait
 * is over, or now, where somebody is still to be told. Null when nothing waits.
 */
export async function nextAddressLook(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
): Promise<Date | null> {
  const row = await tx
    .selectFrom("addressChange")
    .where("organisationId", "=", scope.organisationId)
    .select(
      sql<Date | null>`min(CASE
        WHEN told_at IS NULL AND old_address IS NOT NULL THEN ${now}::timestamptz
        WHEN state = 'refused' AND refusal_told_at IS NULL THEN ${now}::timestamptz
        WHEN state = 'waiting' THEN changed_at + make_interval(hours => 24 * wait_days) END)`.as(
        "at",
      ),
    )
    .executeTakeFirst();
  return row?.at ?? null;
}
