import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { checkOwnFramework } from "../domain/own/check-own-framework.ts";
import {
  type Change,
  type ChangeProblem,
  declaredChanges,
  settledOrigins,
} from "../domain/own/declared-changes.ts";
import type { OwnFramework } from "../domain/own/own-framework.ts";
import { renewIds } from "../domain/own/renew-ids.ts";
import { publishedVersion, usedCompetencies } from "./own-framework-reads.server.ts";
import { deleteDraft, insertVersion, type LockedDraft } from "./own-framework-store.server.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

export type Published = Worked<{ version: number }>;

/**
 * Publishes a draft as the next version, for good. What becomes of the competencies of the version before follows from
 * where those of the draft come from. Refused are a draft that changed since it was looked at, one
 * without a competency, and declarations that contradict each other.
 */
export async function publishOwnFramework(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
): Promise<Published> {
  return workOnDraft(platform, actor, target, async (tx, draft) => {
    if (draft.definition.competencies.length === 0) return refuseInput({ code: "no-competencies" });
    const problems = checkOwnFramework(draft.definition);
    if (problems.length > 0) return refuseInput(...problems);
    const before = await versionBefore(tx, actor, draft);
    const settled = settledOrigins(before, draft.definition, draft.origins);
    const used = await usedCompetencies(tx, actor, target.id);
    const { draft: definition, origins } = renewIds(draft.definition, settled, used, newId);
    const declared = declaredChanges(before, definition, origins);
    if (declared.problems.length > 0) return refuseInput(...declared.problems.map(inWords));
    const version = (draft.basedOn ?? 0) + 1;
    await insertVersion(tx, actor, {
      frameworkId: target.id,
      version,
      definition,
      changes: declared.changes,
      publishedOn: todayOf(platform),
    });
    await deleteDraft(tx, actor, target.id, { whole: false });
    await recordAudit(platform, tx, actor, {
      action: "own-framework.published",
      subjectKind: "own-framework",
      subjectId: target.id,
      detail: { name: definition.name, version, ...countsOf(declared.changes) },
    });
    return accept({ version });
  });
}

/** The version that a draft follows; of the first one, an empty one. */
async function versionBefore(
  tx: Tx,
  actor: Actor,
  { frameworkId, basedOn, definition }: LockedDraft,
): Promise<OwnFramework> {
  if (basedOn === null) return { ...definition, groups: [], competencies: [] };
  const before = await publishedVersion(tx, actor, frameworkId, basedOn);
  if (!before) throw new Error("a draft based on no version");
  return before.definition;
}

function inWords({ code, competency }: ChangeProblem) {
  return { code, values: { competency } };
}

function countsOf(changes: readonly Change[]): Record<Change["kind"], number> {
  const counts = { same: 0, reworded: 0, split: 0, merged: 0, new: 0, retired: 0 };
  for (const { kind } of changes) counts[kind]++;
  return counts;
}
