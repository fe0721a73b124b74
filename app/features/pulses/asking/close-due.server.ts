import { type ByTheClock, byTheClock } from "~/features/rounds/domain/index.ts";
import { selfClosingRounds } from "~/features/rounds/index.server.ts";
import { endOfDay } from "~/platform/calendar/zones.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { AskedKind } from "./asked-kind.ts";

type Close = (platform: Platform, by: ByTheClock, id: string) => Promise<{ ok: boolean }>;

/**
 * Closes the rounds of a kind whose last day has ended wherever one of those who are asked is. @returns how many were
 * closed.
 */
export async function closeDue(
  platform: Platform,
  scope: OrganisationScope,
  kind: AskedKind,
  close: Close,
): Promise<number> {
  const now = platform.clock.now();
  const rounds = await inOrganisation(platform, scope, (tx) => selfClosingRounds(tx, scope, kind));
  let closed = 0;
  for (const { id, closesOn, zones } of rounds) {
    if (!zones.every((zone) => endOfDay(closesOn, zone) <= now)) continue;
    // Refused: somebody else moved it meanwhile.
    if ((await close(platform, byTheClock(scope), id)).ok) closed += 1;
  }
  return closed;
}
