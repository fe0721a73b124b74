import { frameworkOf } from "~/features/frameworks/index.server.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { TypedFields } from "../item/item-editing.ts";
import type { KindName } from "../kinds/registry.ts";
import { draftSchema, keyOfOwn } from "./draft.ts";
import { usedItemKeys } from "./draft-reads.server.ts";
import { updateDraft } from "./draft-store.server.ts";
import { editDraft } from "./edit-draft.ts";
import { freshKey } from "./fresh-key.ts";
import { readItem } from "./item-form.ts";
import { type SeenDraft, type Worked, workOnDraft } from "./work-on-draft.server.ts";

type Typed = TypedFields & { self: string; other: string; page: string; measures: string };

/**
 * Puts an item into a draft, new (`item` is null) or in the place of the one with the key; what is wrong with it by
 * itself is told at its field.
 */
export async function saveItem(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: SeenDraft,
  { kind, item }: { kind: KindName; item: string | null },
  typed: Typed,
): Promise<Worked<{ key: string }>> {
  return workOnDraft(platform, actor, target, async (tx, locked) => {
    const { draft: before } = locked;
    const known = before.items.find(({ key }) => key === item) ?? null;
    if (item !== null && known?.kind !== kind) return refuse("unknown");
    const framework = await frameworkOf(tx, actor, before.framework);
    const used = await usedItemKeys(tx, actor, keyOfOwn(target.id));
    const taken = new Set([...used, ...before.items.map(({ key }) => key)]);
    const key = item ?? freshKey(typed.self, "", taken);
    const read = readItem(kind, typed, { key, before: known }, { draft: before, framework });
    if (!read.ok) return refuseInput(...read.problems);
    const edited = editDraft(before, { kind: "put-item", item: read.item });
    if (!edited.ok) return refuseInput({ code: edited.reason });
    const draft = draftSchema.parse(edited.draft);
    const changedAt = platform.clock.now();
    await updateDraft(tx, actor, {
      ...{ id: target.id, draft, changedAt },
      revision: locked.revision + 1,
    });
    await recordAudit(platform, tx, actor, {
      action: "questionnaire.edited",
      subjectKind: "questionnaire",
      subjectId: target.id,
      detail: { name: draft.name, edit: item === null ? "add-item" : "put-item" },
    });
    return accept({ key });
  });
}
