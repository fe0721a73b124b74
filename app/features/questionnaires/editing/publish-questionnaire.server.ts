import { frameworkOf } from "~/features/frameworks/index.server.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { parseInstrument } from "../instruments/instrument.ts";
import { checkDraft, versionOf } from "./check-draft.ts";
import { keyOfOwn } from "./draft.ts";
import { deleteDraft, insertVersion } from "./draft-store.server.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

/**
 * Publishes a draft as the next version, for good. Refused are a draft that changed since it was looked at, and one
 * with anything that `checkDraft` finds.
 */
export async function publishQuestionnaire(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
): Promise<Worked<{ version: number }>> {
  return workOnDraft(platform, actor, target, async (tx, { draft, basedOn }) => {
    const framework = await frameworkOf(tx, actor, draft.framework);
    const problems = checkDraft(draft, framework);
    if (problems.length > 0)
      return refuseInput({ code: "not-ready", values: { count: problems.length } });
    const version = (basedOn ?? 0) + 1;
    const instrument = parseInstrument(versionOf(draft, keyOfOwn(target.id), version));
    await insertVersion(tx, actor, { id: newId(), instrument, createdAt: platform.clock.now() });
    await deleteDraft(tx, actor, target.id);
    await recordAudit(platform, tx, actor, {
      action: "questionnaire.published",
      subjectKind: "questionnaire",
      subjectId: target.id,
      detail: { name: draft.name, version, items: draft.items.length },
    });
    return accept({ version });
  });
}
