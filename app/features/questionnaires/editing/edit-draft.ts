import type { AnswerScale } from "../item/scale.ts";
import type { Item } from "../kinds/registry.ts";
import { type Draft, MOST_ITEMS, MOST_PAGES, type Page } from "./draft.ts";
import { wordsOf } from "./words.ts";

/** One step in which a draft changes. `by`: a place up (-1) or down (1). */
export type DraftEdit =
  | ({ kind: "about" } & Pick<Draft, "name" | "description" | "minutes" | "about" | "cantSay">)
  | { kind: "put-page"; page: Pick<Page, "key" | "title" | "intro"> }
  | { kind: "remove-page" | "remove-item" | "remove-scale"; key: string }
  | { kind: "move-page" | "move-item"; key: string; by: -1 | 1 }
  | { kind: "put-item"; item: Item }
  | { kind: "put-when"; key: string; when: Item["when"] }
  | { kind: "put-scale"; key: string; scale: AnswerScale }
  | { kind: "add-language" | "remove-language"; language: string }
  | { kind: "put-words"; language: string; words: Readonly<Record<string, string>> }
  | { kind: "add-items"; brought: Brought };

/** Items of a file, with the pages that they need and their words in other languages, by language and place. */
export type Brought = {
  pages: Page[];
  items: Item[];
  words: Record<string, Record<string, string>>;
};

export type EditRefusal =
  | "gone"
  | "page-holds-items"
  | "scale-in-use"
  | "too-many-items"
  | "too-many-pages"
  | "language-there"
  | "brought-outdated";

export type Edited = { ok: true; draft: Draft } | { ok: false; reason: EditRefusal };

/** The draft after one step. What would lose something that nobody asked to lose is refused. */
export function editDraft(draft: Draft, edit: DraftEdit): Edited {
  const next = edited(draft, edit);
  if (typeof next === "string") return { ok: false, reason: next };
  if (next.items.length > MOST_ITEMS) return { ok: false, reason: "too-many-items" };
  if (next.sections.length > MOST_PAGES) return { ok: false, reason: "too-many-pages" };
  return { ok: true, draft: settled(next) };
}

function edited(draft: Draft, edit: DraftEdit): Draft | EditRefusal {
  switch (edit.kind) {
    case "about": {
      const { kind: _, ...about } = edit;
      return { ...draft, ...about };
    }
    case "put-page":
      return { ...draft, sections: put(draft.sections, { competency: null, ...edit.page }) };
    case "remove-page":
      if (draft.items.some(({ section }) => section === edit.key)) return "page-holds-items";
      return { ...draft, sections: draft.sections.filter(({ key }) => key !== edit.key) };
    case "move-page":
      return movePage(draft, edit.key, edit.by);
    case "put-item":
      if (!draft.sections.some(({ key }) => key === edit.item.section)) return "gone";
      return { ...draft, items: put(draft.items, edit.item) };
    case "put-when":
      if (!draft.items.some(({ key }) => key === edit.key)) return "gone";
      return {
        ...draft,
        items: draft.items.map((item) =>
          item.key === edit.key ? { ...item, when: edit.when } : item,
        ),
      };
    case "remove-item":
      return { ...draft, items: draft.items.filter(({ key }) => key !== edit.key) };
    case "move-item":
      return moveItem(draft, edit.key, edit.by);
    case "put-scale":
      return { ...draft, scales: { ...draft.scales, [edit.key]: edit.scale } };
    case "remove-scale":
      return removeScale(draft, edit.key);
    case "add-items":
      return addItems(draft, edit.brought);
    default:
      return editLanguages(draft, edit);
  }
}

/** In the place of what has the same key, or at the end. */
function put<Thing extends { key: string }>(things: readonly Thing[], thing: Thing): Thing[] {
  return things.some(({ key }) => key === thing.key)
    ? things.map((each) => (each.key === thing.key ? thing : each))
    : [...things, thing];
}

function movePage(draft: Draft, key: string, by: -1 | 1): Draft | EditRefusal {
  const from = draft.sections.findIndex((page) => page.key === key);
  if (from < 0) return "gone";
  return { ...draft, sections: swapped(draft.sections, from, from + by) };
}

/** Within its page; from its end on to the next one. */
function moveItem(draft: Draft, key: string, by: -1 | 1): Draft | EditRefusal {
  const from = draft.items.findIndex((item) => item.key === key);
  const item = draft.items[from];
  if (!item) return "gone";
  const neighbour = draft.items[from + by];
  if (neighbour?.section === item.section)
    return { ...draft, items: swapped(draft.items, from, from + by) };
  const page = draft.sections.findIndex((each) => each.key === item.section);
  const next = draft.sections[page + by];
  if (!next) return draft;
  const moved = { ...item, section: next.key };
  const others = draft.items.filter((each) => each.key !== key);
  return { ...draft, items: by < 0 ? [...others, moved] : [moved, ...others] };
}

function swapped<Thing>(things: readonly Thing[], from: number, to: number): Thing[] {
  const [one, other] = [things[from], things[to]];
  if (one === undefined || other === undefined) return [...things];
  return things.map((each, at) => (at === from ? other : at === to ? one : each));
}

function removeScale(draft: Draft, key: string): Draft | EditRefusal {
  if (draft.items.some((item) => "scale" in item && item.scale === key)) return "scale-in-use";
  const { [key]: _, ...scales } = draft.scales;
  return { ...draft, scales };
}

function addItems(draft: Draft, { pages, items, words }: Brought): Draft | EditRefusal {
  const keys = new Set(draft.items.map(({ key }) => key));
  const places = new Set([...draft.sections, ...pages].map(({ key }) => key));
  const fit = items.every(
    (item) =>
      !keys.has(item.key) &&
      places.has(item.section) &&
      (!("scale" in item) || item.scale in draft.scales),
  );
  if (!fit) return "brought-outdated";
  const there = new Set(draft.sections.map(({ key }) => key));
  const taken: Draft = {
    ...draft,
    sections: [...draft.sections, ...pages.filter(({ key }) => !there.has(key))],
    items: [...draft.items, ...items],
  };
  let next = taken;
  for (const [language, own] of Object.entries(words)) {
    if (language === draft.language) continue;
    const translations = { [language]: {}, ...next.translations };
    next = withWords({ ...next, translations }, language, own);
  }
  return next;
}

function editLanguages(
  draft: Draft,
  edit: Extract<DraftEdit, { language: string }>,
): Draft | EditRefusal {
  const { language } = edit;
  const { [language]: known, ...others } = draft.translations;
  switch (edit.kind) {
    case "add-language":
      if (known || language === draft.language) return "language-there";
      return { ...draft, translations: { ...draft.translations, [language]: {} } };
    case "remove-language":
      return { ...draft, translations: others };
    default:
      return known ? withWords(draft, language, edit.words) : "gone";
  }
}

/** Words that are emptied are untranslated again; all that are given belong to the original as it is now. */
function withWords(draft: Draft, language: string, given: Readonly<Record<string, string>>): Draft {
  const words = { ...draft.translations[language] };
  for (const { place, text } of wordsOf(draft)) {
    const said = given[place];
    if (said === "") delete words[place];
    else if (said !== undefined) words[place] = { text: said, of: text };
  }
  return { ...draft, translations: { ...draft.translations, [language]: words } };
}

/**
 * Items in the order of their pages, pages with the competency that all of their items share, and no translation of
 * what is gone.
 */
function settled(draft: Draft): Draft {
  const rank = new Map(draft.sections.map(({ key }, at) => [key, at]));
  const items = [...draft.items].sort(
    (a, b) => (rank.get(a.section) ?? 0) - (rank.get(b.section) ?? 0),
  );
  const sections = draft.sections.map((page) => {
    const [first, ...more] = new Set(
      items.filter(({ section }) => section === page.key).map(({ competency }) => competency),
    );
    return { ...page, competency: more.length === 0 ? (first ?? null) : null };
  });
  const places = new Set(wordsOf({ ...draft, items, sections }).map(({ place }) => place));
  const translations = Object.fromEntries(
    Object.entries(draft.translations).map(([language, words]) => [
      language,
      Object.fromEntries(Object.entries(words).filter(([place]) => places.has(place))),
    ]),
  );
  return { ...draft, items, sections, translations };
}
