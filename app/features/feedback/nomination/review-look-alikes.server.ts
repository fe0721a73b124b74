import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lookAlikesInCycle, type OnSomeList } from "../lists/look-alike-reads.server.ts";

/** People from outside on a cycle's lists who look like somebody else, for HR before it launches; nobody for anyone else. */
export function reviewLookAlikes(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<OnSomeList[]> {
  return inOrganisation(platform, actor, (tx) => lookAlikesInCycle(tx, actor, cycleId));
}
