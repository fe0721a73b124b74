import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { accept } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { deleteDraft } from "./own-framework-store.server.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

export type Discarded = Worked<{ whole: boolean }>;

/** Throws a draft away; what was published stays. Of a framework that never was, nothing is left (`whole`). */
export async function discardOwnDraft(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
): Promise<Discarded> {
  return workOnDraft(platform, actor, target, async (tx, draft) => {
    const whole = draft.basedOn === null;
    await deleteDraft(tx, actor, target.id, { whole });
    await recordAudit(platform, tx, actor, {
      action: "own-framework.draft-discarded",
      subjectKind: "own-framework",
      subjectId: target.id,
      detail: { name: draft.definition.name },
    });
    return accept({ whole });
  });
}
