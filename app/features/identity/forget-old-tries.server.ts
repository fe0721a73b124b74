import type { Platform } from "~/platform/platform.server.ts";
import { deleteOldSpent } from "./spent-store.server.ts";
import { deleteOldTries } from "./try-store.server.ts";

/**
 * Forgets tries that no longer limit anybody, and what was used and would have run out by now. Once for the whole
 * server, whenever time is kept.
 */
export async function forgetOldTries(
  platform: Pick<Platform, "database" | "clock">,
): Promise<void> {
  await deleteOldTries(platform, platform.clock.now());
  await deleteOldSpent(platform.database, platform.clock.now());
}
