import { organisationStanding } from "~/features/identity/index.server.ts";
import { zoneAmong } from "~/platform/calendar/zones.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { onceInLook } from "~/platform/db/one-look.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** The organisation's time zone. */
export async function organisationZone(tx: Tx, scope: OrganisationScope): Promise<string> {
  return zoneAmong((await organisationStanding(tx, scope)).timeZone);
}

/** Where a person is: their own time zone, else the organisation's. */
export async function zoneOf(
  tx: Tx,
  scope: OrganisationScope,
  personId: string | null,
): Promise<string> {
  const here = await organisationZone(tx, scope);
  if (personId === null) return here;
  return onceInLook(tx, `zone of ${personId}`, async () => {
    const person = await tx
      .selectFrom("person")
      .where("organisationId", "=", scope.organisationId)
      .where("id", "=", personId)
      .select("timezone")
      .executeTakeFirst();
    return zoneAmong(person?.timezone, here);
  });
}

/** The calendar date now where whoever asks is. */
export async function todayWhere(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  asker: OrganisationScope & { personId: string | null },
): Promise<string> {
  return todayFor(platform, await zoneOf(tx, asker, asker.personId));
}
