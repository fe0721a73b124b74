import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { discardImportsBefore, firstPendingSince } from "./import-store.server.ts";

/** How long a file waits to be confirmed. */
export const KEPT_DAYS = 7;
const KEPT_MS = KEPT_DAYS * 86_400_000;

/** Erases files that nobody came back to for a week. */
export function eraseOldFiles(
  platform: Pick<Platform, "database" | "clock">,
  scope: OrganisationScope,
): Promise<void> {
  const now = platform.clock.now();
  return inOrganisation(platform, scope, (tx) =>
    discardImportsBefore(tx, scope, new Date(now.getTime() - KEPT_MS), now),
  );
}

/** When the next one is to be erased; null when none waits. */
export async function nextToErase(tx: Tx, scope: OrganisationScope): Promise<Date | null> {
  const since = await firstPendingSince(tx, scope);
  return since === null ? null : new Date(since.getTime() + KEPT_MS);
}
