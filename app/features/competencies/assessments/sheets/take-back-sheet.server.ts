import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isLaidOpen } from "../../domain/assessments/assessment-readers.ts";
import { updateSheet, viewsOf } from "../store/sheet-store.server.ts";
import { holdOwnSheet } from "./own-sheet.server.ts";

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
    const held = await holdOwnSheet(platform, tx, actor, sheetId);
    if (!held) return refuse("unknown");
    const { sheet, work } = held;
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
