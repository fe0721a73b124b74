import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { accept, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { checkOwnFramework } from "../domain/own/check-own-framework.ts";
import { type DraftEdit, editDraft, editOrigins } from "../domain/own/edit-draft.ts";
import { ownFrameworkSchema } from "../domain/own/own-framework.ts";
import { updateDraft } from "./own-framework-store.server.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

export type EditedDraft = Worked<{ revision: number }>;

/** Changes a draft by one edit. One that was begun before somebody else's, or that breaks the framework, is refused. */
export async function editOwnDraft(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
  edit: DraftEdit,
): Promise<EditedDraft> {
  return workOnDraft(platform, actor, target, async (tx, draft) => {
    const edited = editDraft(draft.definition, edit);
    if (!edited.ok) return refuseInput({ code: edited.reason });
    const definition = ownFrameworkSchema.parse(edited.framework);
    const problems = checkOwnFramework(definition);
    if (problems.length > 0) return refuseInput(...problems);
    const revision = draft.revision + 1;
    const changedAt = platform.clock.now();
    const origins = editOrigins(draft.origins, edit);
    const changed = { frameworkId: target.id, definition, origins, revision, changedAt };
    await updateDraft(tx, actor, changed);
    await recordAudit(platform, tx, actor, {
      action: "own-framework.edited",
      subjectKind: "own-framework",
      subjectId: target.id,
      detail: { name: definition.name, edit: edit.kind },
    });
    return accept({ revision });
  });
}
