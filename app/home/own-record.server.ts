import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { personalOfAll } from "./personal.server.ts";

/**
 * Everything that an organisation keeps of whoever asks, by what every feature says of it; null for whoever is nobody
 * in the directory. Nothing of what they answered is in it: that is tied to them on their own device alone.
 */
export async function ownRecord(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { personId } = actor;
  if (personId === null) return null;
  const personal = await personalOfAll();
  return inOrganisation(platform, actor, async (tx) => {
    const parts: Readonly<Record<string, unknown>>[] = [];
    for (const each of personal) parts.push(await each.export(tx, actor, personId));
    const organisation = await organisationName(tx, actor);
    const madeOn = platform.clock.now().toISOString().slice(0, 10);
    return Object.assign({ organisation, madeOn }, ...parts.toReversed());
  });
}
