import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import { idOfOwn } from "./draft.ts";
import { keptVersion } from "./draft-reads.server.ts";
import { insertDraft } from "./draft-store.server.ts";
import { draftOf } from "./starting-point.server.ts";

/** Opens a draft of the next version, as the newest one stands. Where there is one already, that is it. */
export async function openNextDraft(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  key: string,
): Promise<Outcome<{ opened: boolean }, "not-allowed" | "unknown">> {
  if (!mayKeepQuestionnaires(actor)) return refuse("not-allowed");
  const id = idOfOwn(key);
  if (id === null) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    const newest = await keptVersion(tx, actor, key);
    if (!newest) return refuse("unknown");
    const draft = draftOf(newest.instrument);
    const { version } = newest.instrument;
    const changedAt = platform.clock.now();
    const opened = await insertDraft(tx, actor, { id, draft, basedOn: version, changedAt });
    if (opened)
      await recordAudit(platform, tx, actor, {
        action: "questionnaire.draft-opened",
        subjectKind: "questionnaire",
        subjectId: id,
        detail: { name: draft.name, version },
      });
    return accept({ opened });
  });
}
