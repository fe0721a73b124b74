import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { organisationStanding } from "../reads.server.ts";

/** Whether nobody gets into an organisation at present, nothing is sent, and the clock leaves its rounds alone. */
export async function isSuspended(tx: Tx, scope: OrganisationScope): Promise<boolean> {
  const row = await tx
    .selectFrom("organisation")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "suspended")
    .select("organisationId")
    .executeTakeFirst();
  return row !== undefined;
}

/** Why nobody gets in, in the words of whoever runs the server; null where they do. For those who are members. */
export async function whySuspended(tx: Tx, scope: OrganisationScope): Promise<string | null> {
  const row = await tx
    .selectFrom("suspension")
    .where("organisationId", "=", scope.organisationId)
    .where("until", "is", null)
    .select("why")
    .executeTakeFirst();
  return row?.why ?? null;
}

/**
 * When an organisation's last suspension ended; null when there was none. What came due before is not made up for:
 * reminders are dropped, and HR decides about dates.
 */
export async function resumedAt(tx: Tx, scope: OrganisationScope): Promise<Date | null> {
  const row = await tx
    .selectFrom("suspension")
    .where("organisationId", "=", scope.organisationId)
    .select((eb) => eb.fn.max("until").as("until"))
    .executeTakeFirst();
  return row?.until ?? null;
}

/** The same as a date of the organisation's calendar. */
export async function resumedOn(tx: Tx, scope: OrganisationScope): Promise<string | null> {
  const at = await resumedAt(tx, scope);
  if (at === null) return null;
  return dateIn(zoneAmong((await organisationStanding(tx, scope)).timeZone), at);
}
