import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type AskedOn, askedOn } from "../answering/asked-on.ts";
import type { EditedField, TypedFields } from "../item/item-editing.ts";
import { type Item, type KindName, kindNamed, kindNames } from "../kinds/registry.ts";
import { checkDraft } from "./check-draft.ts";
import { originalOf, scalesInOrder } from "./draft.ts";
import { type DraftWithFramework, draftWithFramework } from "./draft-page.server.ts";
import { typedItem } from "./item-form.ts";

export type ItemPage = {
  key: string;
  name: string;
  revision: number;
  about: "person" | "nobody";
  /** Null for a new one. */
  item: { key: string; self: string; asked: AskedOn | null; when: string | null } | null;
  /** Null while it is to be chosen. */
  kind: KindName | null;
  fields: readonly EditedField[];
  pages: { key: string; title: string | null }[];
  scales: { key: string; stem: string }[];
  measures: { hat: string | null; name: string; choices: { value: string; name: string }[] }[];
  faults: string[];
  start: TypedFields;
};

export type AskedItem = { item: string | null; kind: string | null; page: string | null };

export type FoundItem = { kept: DraftWithFramework; item: Item | null; kind: KindName | null };

/** The item of a draft that an address asks for, or the kind of a new one; null where there is no such thing. */
export async function askedItem(
  tx: Tx,
  actor: Actor,
  questionnaire: string,
  { item: key, kind: named }: AskedItem,
): Promise<FoundItem | null> {
  const kept = await draftWithFramework(tx, actor, questionnaire);
  if (!kept) return null;
  if (key === null) {
    const kind = kindNames.find((each) => each === named) ?? null;
    return named !== null && kind === null ? null : { kept, item: null, kind };
  }
  const item = kept.draft.items.find((each) => each.key === key);
  return item ? { kept, item, kind: item.kind } : null;
}

/** What the form of an item shows. */
export function itemPage(
  questionnaire: string,
  { kept, item, kind }: FoundItem,
  page: string | null,
): ItemPage {
  const { draft, framework, revision } = kept;
  const { sections, items, name, about } = draft;
  const usual = sections.find((each) => each.key === page) ?? sections.at(-1);
  return {
    ...{ key: questionnaire, name, revision, about, kind },
    item: item && {
      key: item.key,
      self: item.self,
      asked:
        askedOn(originalOf(draft, questionnaire, 1), { relationship: "self", name: "" }).get(
          item.key,
        ) ?? null,
      when: item.when && (items.find(({ key }) => key === item.when?.item)?.self ?? item.when.item),
    },
    fields: kind ? kindNamed(kind).editing.fields : [],
    pages: sections.map(({ key, title }) => ({ key, title })),
    scales: scalesInOrder(draft)
      .filter(([, scale]) => scale.kind === kind)
      .map(([key, { stem }]) => ({ key, stem: stem.self })),
    measures: framework.competencies.map((competency) => ({
      hat: framework.hats.find(({ key }) => key === competency.hat)?.name ?? null,
      name: competency.name,
      choices: [
        { value: competency.key, name: competency.name },
        ...competency.behaviours.map(({ key, label }) => ({
          value: `${competency.key}/${key}`,
          name: label,
        })),
      ],
    })),
    faults:
      item === null
        ? []
        : checkDraft(draft, framework).flatMap(({ code, place }) =>
            place.part === "item" && place.key === item.key ? [code] : [],
          ),
    start: item ? typedItem(item, "") : kind ? typedItem(kind, usual?.key ?? "") : {},
  };
}
