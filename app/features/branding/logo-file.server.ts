import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { logoOf } from "./branding-store.server.ts";

/**
 * An organisation's logo, for pages that are open without signing in as well. Its mark can't be guessed and is another
 * with each logo, so it is found by whoever was shown it; null for everyone else.
 */
export async function logoFile(
  platform: Pick<Platform, "database">,
  { organisationId, mark }: { organisationId: string; mark: string },
): Promise<Buffer | null> {
  if (!isId(organisationId)) return null;
  return inOrganisation(platform, { organisationId }, (tx) => logoOf(tx, { organisationId }, mark));
}
