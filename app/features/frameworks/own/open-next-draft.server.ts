import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { originsOf } from "../domain/own/declared-changes.ts";
import { mayKeepFrameworks } from "../policy.ts";
import { publishedVersion } from "./own-framework-reads.server.ts";
import { insertDraft } from "./own-framework-store.server.ts";

/** Opens a draft of the next version, as the newest one stands. Where there is one already, that is it. */
export async function openNextDraft(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  frameworkId: string,
): Promise<Outcome<{ opened: boolean }, "not-allowed" | "unknown">> {
  if (!mayKeepFrameworks(actor)) return refuse("not-allowed");
  if (!isId(frameworkId)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    const newest = await publishedVersion(tx, actor, frameworkId);
    if (!newest) return refuse("unknown");
    const { version, definition } = newest;
    const changedAt = platform.clock.now();
    const origins = originsOf(definition);
    const draft = { frameworkId, definition, origins, reading: null, basedOn: version, changedAt };
    const opened = await insertDraft(tx, actor, draft);
    if (opened)
      await recordAudit(platform, tx, actor, {
        action: "own-framework.draft-opened",
        subjectKind: "own-framework",
        subjectId: frameworkId,
        detail: { name: definition.name, version },
      });
    return accept({ opened });
  });
}
