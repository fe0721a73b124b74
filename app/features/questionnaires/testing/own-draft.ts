import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { beginQuestionnaire } from "../editing/begin-questionnaire.server.ts";
import { idOfOwn } from "../editing/draft.ts";
import type { DraftEdit } from "../editing/edit-draft.ts";
import { editQuestionnaire } from "../editing/edit-questionnaire.server.ts";
import { publishQuestionnaire } from "../editing/publish-questionnaire.server.ts";
import { saveItem } from "../editing/save-item.server.ts";
import type { KindName } from "../kinds/registry.ts";

type Hr = Pick<Platform, "database" | "clock">;

/** Begins a questionnaire and works on it as HR would, each step on what the one before left. */
export async function ownDraft(
  platform: Hr,
  admin: Actor,
  { name = "On the bridge", from = "" } = {},
) {
  const begun = await beginQuestionnaire(platform, admin, { name, from }, "First page");
  if (!begun.ok) throw new Error(begun.reason);
  const { key } = begun.value;
  const id = idOfOwn(key) ?? "";
  let revision = 1;
  const target = () => ({ id, revision });
  /** An outcome that must not be a refusal. */
  const must = <Value>(
    outcome: { ok: true; value: Value } | { ok: false; reason: string },
  ): Value => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    revision += 1;
    return outcome.value;
  };
  return {
    ...{ key, id, target },
    edit: async (edit: DraftEdit) => must(await editQuestionnaire(platform, admin, target(), edit)),
    /** Adds an item from what would be typed; unless told on the first page and the usual scale. */
    add: async (kind: KindName, typed: Record<string, string>) => {
      const usual = {
        page: "page",
        scale: "amount",
        other: "",
        measures: "",
        required: "on",
        cantSay: "on",
      };
      const item = { ...usual, self: "", ...typed };
      return must(await saveItem(platform, admin, target(), { kind, item: null }, item)).key;
    },
    about: (description: string) =>
      editQuestionnaire(platform, admin, target(), {
        ...{ kind: "about", name, description, minutes: 5, about: "person" },
        cantSay: { label: "Can't say" },
      }).then(must),
    publish: async () => {
      const { version } = must(await publishQuestionnaire(platform, admin, target()));
      revision = 1;
      return version;
    },
  };
}
