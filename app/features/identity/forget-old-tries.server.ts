import type { Platform } from "~/platform/platform.server.ts";
import { deleteOldTries } from "./try-store.server.ts";

/** Forgets tries that no longer limit anybody. Once for the whole server, whenever time is kept. */
export function forgetOldTries(platform: Pick<Platform, "database" | "clock">): Promise<void> {
  return deleteOldTries(platform, platform.clock.now());
}
