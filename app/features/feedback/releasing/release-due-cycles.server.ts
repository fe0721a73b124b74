import { organisationZone } from "~/features/people/index.server.ts";
import { byTheClock } from "~/features/rounds/domain/index.ts";
import { roundsToRelease } from "~/features/rounds/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { releaseCycle } from "./release-cycle.server.ts";

/**
 * Releases the reports of closed cycles whose date has come by the organisation's calendar. @returns how many cycles
 * were released.
 */
export async function releaseDueCycles(
  platform: Platform,
  scope: OrganisationScope,
): Promise<number> {
  const due = await inOrganisation(platform, scope, async (tx) =>
    roundsToRelease(tx, scope, "feedback", todayFor(platform, await organisationZone(tx, scope))),
  );
  let released = 0;
  for (const cycleId of due) {
    const outcome = await releaseCycle(platform, byTheClock(scope), cycleId);
    // Refused: somebody else released it meanwhile.
    if (outcome.ok) released += 1;
  }
  return released;
}
