import { type Draft, draftSchema } from "../editing/draft.ts";
import { readItem } from "../editing/item-form.ts";
import { builtInContent } from "../instruments/built-in.server.ts";
import type { Item, KindName } from "../kinds/registry.ts";

/** The framework that drafts of tests ask about. */
export const framework = () => builtInContent().framework;

/** A draft with two pages and no items. */
export function emptyDraft(): Draft {
  const [usual] = builtInContent().instruments;
  return draftSchema.parse({
    ...{ name: "On the bridge", description: "For the watch.", language: "en", minutes: 5 },
    ...{ framework: usual?.framework, about: "person", scales: usual?.scales },
    ...{ cantSay: usual?.cantSay, items: [], translations: {} },
    sections: [
      { key: "before", title: "Before", intro: null },
      { key: "after", title: "After", intro: null },
    ],
  });
}

/** An item as its form reads it; on the first page and the usual scale unless told. */
export function itemOf(kind: KindName, typed: Record<string, string>, key: string): Item {
  const usual = { self: "", other: "", page: "before", measures: "", scale: "amount" };
  const draft = emptyDraft();
  const read = readItem(
    kind,
    { ...usual, ...typed },
    { key, before: null },
    { draft, framework: framework() },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.item;
}
