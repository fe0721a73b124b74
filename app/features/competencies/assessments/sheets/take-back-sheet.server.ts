import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isLaidOpen } from "../../domain/assessments/assessment-readers.ts";
import { assessedByIds } from "../store/assessed-store.server.ts";
import { sheetById, updateSheet, viewsOf } from "../store/sheet-store.server.ts";
import { holdWork } from "./sheet-work.server.ts";

/**
 * Opens a sent sheet once more, for whoever wrote it, as long as nobody could read it beside another. Where somebody is
 * placed by nobody else, it stays open to them until the round closes.
 */
export async function takeBackSheet(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  sheetId: string,
): Promise<Outcome<undefined, "unknown" | "over" | "laid-open">> {
  return inOrganisation(platform, actor, async (tx) => {
    const found = await sheetById(tx, actor, sheetId);
    if (!found || actor.personId === null || found.authorId !== actor.personId)
      return refuse("unknown");
    const [about] = await assessedByIds(tx, actor, [found.subjectId]);
    const work = about && (await holdWork(platform, tx, actor, about));
    const sheet = work?.sheets.find(({ id }) => id === sheetId);
    if (!work || sheet?.authorId !== actor.personId) return refuse("unknown");
    if (!work.isOpen) return refuse("over");
    if (isLaidOpen(viewsOf(work.assessed, work.sheets))) return refuse("laid-open");
    if (sheet.sentOn === null) return accept(undefined);
    await updateSheet(tx, actor, sheetId, { sentOn: null });
    await recordAudit(platform, tx, actor, {
      action: "assessment.sheet-taken-back",
      subjectKind: "person",
      subjectId: work.assessed.personId,
      detail: { part: sheet.part },
    });
    return accept(undefined);
  });
}
