import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** The calendar date by which versions of roles come to stand: that of the organisation. */
export async function todayHere(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
): Promise<string> {
  return todayFor(platform, await organisationZone(tx, scope));
}
