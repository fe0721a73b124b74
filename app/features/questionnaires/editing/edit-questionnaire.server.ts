import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { accept, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { draftSchema } from "./draft.ts";
import { updateDraft } from "./draft-store.server.ts";
import { type DraftEdit, editDraft } from "./edit-draft.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

export type EditedQuestionnaire = Worked<{ revision: number }>;

/** Changes a draft by one edit. One that was begun before somebody else's, or that would lose something, is refused. */
export async function editQuestionnaire(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
  edit: DraftEdit,
): Promise<EditedQuestionnaire> {
  return workOnDraft(platform, actor, target, async (tx, locked) => {
    const edited = editDraft(locked.draft, edit);
    if (!edited.ok) return refuseInput({ code: edited.reason });
    const draft = draftSchema.parse(edited.draft);
    const revision = locked.revision + 1;
    await updateDraft(tx, actor, {
      ...{ id: target.id, draft, revision },
      changedAt: platform.clock.now(),
      ...(edit.kind === "add-items" ? { brought: null } : {}),
    });
    await recordAudit(platform, tx, actor, {
      action: "questionnaire.edited",
      subjectKind: "questionnaire",
      subjectId: target.id,
      detail: { name: draft.name, edit: edit.kind },
    });
    return accept({ revision });
  });
}
