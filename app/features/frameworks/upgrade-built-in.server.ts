import { asTimekeeper, inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { installBuiltIn } from "./install-built-in.server.ts";
import { instrumentIds, organisationsOnServer } from "./reads.server.ts";

/**
 * Gives every organisation the built-in versions that came with this release. Runs at every start and changes nothing twice.
 * @returns to how many organisations some of them were new.
 */
export async function upgradeBuiltIn(
  platform: Pick<Platform, "database" | "clock">,
): Promise<number> {
  let upgraded = 0;
  for (const scope of await asTimekeeper(platform, organisationsOnServer)) {
    const added = await inOrganisation(platform, scope, async (tx) => {
      const before = new Set(await instrumentIds(tx, scope));
      const now = await installBuiltIn(platform, tx, scope);
      return now.some((id) => !before.has(id));
    });
    if (added) upgraded += 1;
  }
  return upgraded;
}
