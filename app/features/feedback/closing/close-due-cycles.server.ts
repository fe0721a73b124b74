import { byTheClock, MINUTES_TO_RECONSIDER } from "~/features/rounds/domain/index.ts";
import { selfClosingRounds } from "~/features/rounds/index.server.ts";
import { endOfDay } from "~/platform/calendar/zones.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closeCycle } from "./close-cycle.server.ts";

/**
 * Closes the cycles that close by themselves once their last day has ended wherever one of their raters is.
 * @returns how many were closed.
 */
export async function closeDueCycles(
  platform: Platform,
  scope: OrganisationScope,
): Promise<number> {
  const now = platform.clock.now();
  const cycles = await inOrganisation(platform, scope, (tx) =>
    selfClosingRounds(tx, scope, "feedback"),
  );
  let closed = 0;
  for (const { id, closesOn, zones } of cycles) {
    if (!zones.every((zone) => endOfDay(closesOn, zone) <= now)) continue;
    const outcome = await closeCycle(platform, byTheClock(scope), id, {
      minutesToReconsider: MINUTES_TO_RECONSIDER,
    });
    // Refused: somebody else moved it meanwhile.
    if (outcome.ok) closed += 1;
  }
  return closed;
}
