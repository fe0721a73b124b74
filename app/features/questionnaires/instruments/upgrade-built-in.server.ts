import type { Platform } from "~/platform/platform.server.ts";
import { builtInContent } from "./built-in.server.ts";
import { keepContent } from "./instrument-store.server.ts";

/**
 * Keeps the built-in versions that came with this release, once for all organisations. Runs at every start and changes
 * nothing twice.
 * @returns how many instruments were new.
 */
export function upgradeBuiltIn({ database }: Pick<Platform, "database">): Promise<number> {
  return database.transaction().execute((tx) => keepContent(tx, builtInContent()));
}
