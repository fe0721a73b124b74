import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { accept } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { deleteDraft } from "./draft-store.server.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

/** Throws a draft away; what was published stays. Of a questionnaire that never was, nothing is left. */
export async function discardQuestionnaire(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
): Promise<Worked<{ whole: boolean }>> {
  return workOnDraft(platform, actor, target, async (tx, { draft, basedOn }) => {
    await deleteDraft(tx, actor, target.id);
    await recordAudit(platform, tx, actor, {
      action: "questionnaire.draft-discarded",
      subjectKind: "questionnaire",
      subjectId: target.id,
      detail: { name: draft.name },
    });
    return accept({ whole: basedOn === null });
  });
}
