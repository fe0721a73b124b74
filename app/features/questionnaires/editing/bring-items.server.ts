import { frameworkOf } from "~/features/frameworks/index.server.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import type { ReadingFault } from "~/platform/tables/reading-fault.ts";
import { type KindName, kindNames } from "../kinds/registry.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import { keyOfOwn } from "./draft.ts";
import { keptDraft, usedItemKeys } from "./draft-reads.server.ts";
import { updateDraft } from "./draft-store.server.ts";
import { type EditedQuestionnaire, editQuestionnaire } from "./edit-questionnaire.server.ts";
import { readItems } from "./sheet/read-items.ts";
import { isItemSheet, plainName } from "./sheet/sheet-columns.ts";
import { tidyWords } from "./tidy-words.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

export type BroughtItems =
  | Worked<{ revision: number }>
  | { ok: false; reason: ReadingFault | "no-items"; row?: number };

const LIMITS = { rows: 2_000, columns: 100 };
const LONGEST_NAME = 120;

/**
 * Reads items from a table and keeps them beside the draft, to be looked at: nothing of it stands in the questionnaire
 * before somebody takes it over.
 */
export async function bringItems(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
  file: { name: string; content: Buffer },
): Promise<BroughtItems> {
  if (!mayKeepQuestionnaires(actor)) return refuse("not-allowed");
  const about = await inOrganisation(platform, actor, async (tx) => {
    const kept = await keptDraft(tx, actor, keyOfOwn(target.id));
    return (
      kept && {
        draft: kept.draft,
        framework: await frameworkOf(tx, actor, kept.draft.framework),
        usedKeys: await usedItemKeys(tx, actor, keyOfOwn(target.id)),
      }
    );
  });
  if (!about) return refuse("unknown");
  // It may take a while, so no transaction is open meanwhile.
  const table = await readTable(file.content, {
    owner: actor.organisationId,
    limits: LIMITS,
    isWanted: ([header]) => header !== undefined && isItemSheet(header.cells),
  });
  if (!table.ok) return table;
  const [header] = table.rows;
  if (!header || !isItemSheet(header.cells)) return { ok: false, reason: "no-items" };
  const read = readItems(table.rows, { ...about, kinds: kindsByName() });
  const name = tidyWords(file.name).slice(-LONGEST_NAME) || "–";
  const brought = { ...read, file: name, rows: table.rows.length - 1 };
  return workOnDraft(platform, actor, target, async (tx, { draft, revision }) => {
    const changedAt = platform.clock.now();
    await updateDraft(tx, actor, {
      id: target.id,
      draft,
      revision: revision + 1,
      changedAt,
      brought,
    });
    await recordAudit(platform, tx, actor, {
      action: "questionnaire.file-read",
      subjectKind: "questionnaire",
      subjectId: target.id,
      detail: { name: draft.name, rows: brought.rows, items: brought.brought.items.length },
    });
    return accept({ revision: revision + 1 });
  });
}

/** Takes over what a file brought, or forgets it. */
export async function settleBrought(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
  take: boolean,
): Promise<EditedQuestionnaire> {
  const kept = await inOrganisation(platform, actor, (tx) =>
    keptDraft(tx, actor, keyOfOwn(target.id)),
  );
  if (!mayKeepQuestionnaires(actor)) return refuse("not-allowed");
  if (!kept) return refuse("unknown");
  if (!kept.brought) return refuseInput({ code: "changed-meanwhile" });
  if (take) {
    const { brought } = kept.brought;
    return editQuestionnaire(platform, actor, target, { kind: "add-items", brought });
  }
  return workOnDraft(platform, actor, target, async (tx, { draft, revision }) => {
    const changedAt = platform.clock.now();
    const saved = { id: target.id, draft, revision: revision + 1, changedAt };
    await updateDraft(tx, actor, { ...saved, brought: null });
    return accept({ revision: revision + 1 });
  });
}

/** What kinds are called in every language that pages are written in. */
function kindsByName(): Map<string, KindName> {
  return new Map(
    languages.flatMap((language) =>
      kindNames.map((kind) => [
        plainName(textsIn(language).t(`questionnaires:kinds.${kind}`)),
        kind,
      ]),
    ),
  );
}
