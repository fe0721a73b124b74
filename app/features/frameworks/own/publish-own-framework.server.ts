import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId, newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { checkOwnFramework } from "../domain/own/check-own-framework.ts";
import { type Change, declaredChanges, type Origins } from "../domain/own/declared-changes.ts";
import type { OwnFramework } from "../domain/own/own-framework.ts";
import { renewIds } from "../domain/own/renew-ids.ts";
import { mayKeepFrameworks } from "../policy.ts";
import { publishedVersion, usedCompetencies } from "./own-framework-reads.server.ts";
import { deleteDraft, insertVersion, lockDraft } from "./own-framework-store.server.ts";

export type Published = Outcome<{ version: number }, "not-allowed" | "unknown"> | Problems;

/**
 * Publishes a draft as the next version, for good. `origins` says of every competency of a further version where it comes
 * from; what becomes of those before follows from it. Refused are a draft that changed since it was looked at, one
 * without a competency, and declarations that contradict each other.
 */
export async function publishOwnFramework(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: { id: string; revision: number },
  origins: Origins,
): Promise<Published> {
  if (!mayKeepFrameworks(actor)) return refuse("not-allowed");
  if (!isId(target.id)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx): Promise<Published> => {
    const draft = await lockDraft(tx, actor, target.id);
    if (!draft) return refuse("unknown");
    if (draft.revision !== target.revision) return refuseInput({ code: "changed-meanwhile" });
    if (draft.definition.competencies.length === 0) return refuseInput({ code: "no-competencies" });
    const problems = checkOwnFramework(draft.definition);
    if (problems.length > 0) return refuseInput(...problems);
    const unknown = unknownIn(draft.definition, origins);
    if (unknown.length > 0) return refuseInput(...unknown);
    const used = await usedCompetencies(tx, actor, target.id);
    const renewed = renewIds(draft.definition, origins, used, newId);
    const definition = renewed.draft;
    const declared = await changesSince(tx, actor, { ...draft, definition }, renewed.origins);
    if (!declared.ok) return declared;
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

async function changesSince(
  tx: Tx,
  actor: Actor,
  { frameworkId, basedOn, definition }: Draft,
  origins: Origins,
): Promise<{ ok: true; changes: Change[] } | Problems> {
  const before: OwnFramework | null =
    basedOn === null
      ? { ...definition, competencies: [] }
      : ((await publishedVersion(tx, actor, frameworkId, basedOn))?.definition ?? null);
  if (!before) throw new Error("a draft based on no version");
  const { changes, problems } = declaredChanges(before, definition, origins);
  if (problems.length === 0) return { ok: true, changes };
  return refuseInput(
    ...problems.map(({ code, competency }) => ({
      field: `origins.${definition.competencies.findIndex(({ id }) => id === competency)}`,
      code,
      values: { competency },
    })),
  );
}

/** Origins of what the draft doesn't hold, as a form from before somebody else's change may name. */
function unknownIn({ competencies }: OwnFramework, origins: Origins) {
  const known = new Set(competencies.map(({ id }) => id));
  return Object.keys(origins)
    .filter((id) => !known.has(id))
    .map((competency) => ({ code: "unknown-competency", values: { competency } }));
}

type Draft = { frameworkId: string; basedOn: number | null; definition: OwnFramework };

function countsOf(changes: readonly Change[]): Record<Change["kind"], number> {
  const counts = { same: 0, reworded: 0, split: 0, merged: 0, new: 0, retired: 0 };
  for (const { kind } of changes) counts[kind]++;
  return counts;
}
