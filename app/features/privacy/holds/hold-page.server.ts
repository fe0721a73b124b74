import type { Actor } from "~/features/identity/index.ts";
import { roundsToHold } from "~/features/rounds/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayKeepPrivacy } from "../policy.ts";

/** The rounds of which one may be put on hold. For whoever decides on it: null for everyone else. */
export async function readHoldPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
): Promise<{ rounds: { id: string; name: string }[] } | null> {
  if (!mayKeepPrivacy(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => ({ rounds: await roundsToHold(tx, actor) }));
}
