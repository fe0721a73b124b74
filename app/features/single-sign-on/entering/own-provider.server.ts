import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { openLinksOf } from "../links/link-store.server.ts";

/**
 * A provider that knows whoever asks, and is on: the one they came by, where it is; null where there is none any more.
 */
export async function ownProvider(
  platform: Pick<Platform, "database">,
  actor: Actor,
  cameBy: string | null,
): Promise<string | null> {
  const links = await inOrganisation(platform, actor, (tx) =>
    openLinksOf(tx, actor, actor.accountId),
  );
  return links.find((id) => id === cameBy) ?? links[0] ?? null;
}
