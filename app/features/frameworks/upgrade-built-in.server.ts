import { asTimekeeper, inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { installBuiltIn } from "./install-built-in.server.ts";
import { organisationsOnServer } from "./reads.server.ts";

/** Gives every organisation the built-in versions that came with this release. Runs at every start and changes nothing twice. */
export async function upgradeBuiltIn(
  platform: Pick<Platform, "database" | "clock">,
): Promise<void> {
  for (const scope of await asTimekeeper(platform, organisationsOnServer))
    await inOrganisation(platform, scope, (tx) => installBuiltIn(platform, tx, scope));
}
