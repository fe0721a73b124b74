import { expect, test } from "vitest";
import { emptyDraft, itemOf } from "../testing/draft.ts";
import type { Draft } from "./draft.ts";
import { type DraftEdit, editDraft } from "./edit-draft.ts";
import { missingWords } from "./words.ts";

const edited = (draft: Draft, ...edits: DraftEdit[]): Draft =>
  edits.reduce((before, edit) => {
    const outcome = editDraft(before, edit);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.draft;
  }, draft);
const refused = (draft: Draft, edit: DraftEdit) => editDraft(draft, edit);

const one = itemOf("amount", { self: "One", measures: "setting-goals" }, "one");
const two = itemOf("amount", { self: "Two", measures: "setting-goals" }, "two");
const three = itemOf("amount", { self: "Three", page: "after" }, "three");
const full = () =>
  edited(emptyDraft(), ...[three, one, two].map((item) => ({ kind: "put-item", item }) as const));
const order = ({ items }: Draft) => items.map(({ key, section }) => `${section}/${key}`);

test("items stand in the order of their pages, move within them, and from the end of one on to the next", () => {
  const draft = full();
  expect(order(draft)).toEqual(["before/one", "before/two", "after/three"]);
  expect(order(edited(draft, { kind: "move-item", key: "two", by: -1 }))).toEqual([
    ...["before/two", "before/one", "after/three"],
  ]);
  expect(order(edited(draft, { kind: "move-item", key: "two", by: 1 }))).toEqual([
    ...["before/one", "after/two", "after/three"],
  ]);
  expect(order(edited(draft, { kind: "move-item", key: "three", by: -1 }))).toEqual([
    ...["before/one", "before/two", "before/three"],
  ]);
  // At both ends of the questionnaire there is nowhere to go.
  expect(order(edited(draft, { kind: "move-item", key: "one", by: -1 }))).toEqual(order(draft));
  expect(order(edited(draft, { kind: "move-item", key: "three", by: 1 }))).toEqual(order(draft));
  expect(order(edited(draft, { kind: "move-page", key: "after", by: -1 }))).toEqual([
    ...["after/three", "before/one", "before/two"],
  ]);
});

test("a page says the competency that all of its items share, and none where they differ", () => {
  const competencies = ({ sections }: Draft) => sections.map(({ competency }) => competency);
  expect(competencies(full())).toEqual(["setting-goals", null]);
  const moved = edited(full(), { kind: "move-item", key: "three", by: -1 });
  expect(competencies(moved)).toEqual([null, null]);
});

test("what would lose something that nobody asked to lose is refused", () => {
  const draft = full();
  const no = (reason: string) => ({ ok: false, reason });
  expect(refused(draft, { kind: "remove-page", key: "before" })).toEqual(no("page-holds-items"));
  expect(refused(draft, { kind: "remove-scale", key: "amount" })).toEqual(no("scale-in-use"));
  expect(refused(draft, { kind: "move-item", key: "gone", by: 1 })).toEqual(no("gone"));
  expect(refused(draft, { kind: "move-page", key: "gone", by: 1 })).toEqual(no("gone"));
  expect(refused(draft, { kind: "put-when", key: "gone", when: null })).toEqual(no("gone"));
  expect(refused(draft, { kind: "put-item", item: { ...one, section: "gone" } })).toEqual(
    no("gone"),
  );
  expect(refused(draft, { kind: "add-language", language: "en" })).toEqual(no("language-there"));
  expect(refused(draft, { kind: "put-words", language: "de", words: {} })).toEqual(no("gone"));
  expect(
    refused(draft, { kind: "add-items", brought: { pages: [], items: [one], words: {} } }),
  ).toEqual(no("brought-outdated"));
});

test("no more than 300 items and 60 pages come in, however they come", () => {
  const many = Array.from({ length: 301 }, (_, at) => ({ ...one, key: `item-${at}` }));
  const take = (items: typeof many) =>
    editDraft(emptyDraft(), { kind: "add-items", brought: { pages: [], items, words: {} } });
  expect(take(many.slice(0, 300))).toMatchObject({ ok: true });
  expect(take(many)).toEqual({ ok: false, reason: "too-many-items" });
  const pages = Array.from({ length: 60 }, (_, at) => ({
    ...{ key: `page-${at}`, title: "Page", intro: null, competency: null },
  }));
  expect(
    editDraft(emptyDraft(), { kind: "add-items", brought: { pages, items: [], words: {} } }),
  ).toEqual({ ok: false, reason: "too-many-pages" });
});

test("a translation goes with what it translates, and is to be looked at once that says something else", () => {
  const german = edited(
    full(),
    { kind: "add-language", language: "de" },
    {
      kind: "put-words",
      language: "de",
      words: { "items/one/self": "Eins", "items/none/self": "x" },
    },
  );
  expect(Object.keys(german.translations.de ?? {})).toEqual(["items/one/self"]);
  const missing = (draft: Draft) => missingWords(draft, "de").map(({ place }) => place);
  expect(missing(german)).not.toContain("items/one/self");
  const reworded = edited(german, { kind: "put-item", item: { ...one, self: "The first" } });
  expect(missing(reworded)).toContain("items/one/self");
  const looked = edited(reworded, {
    ...{ kind: "put-words", language: "de" },
    words: { "items/one/self": "Eins" },
  });
  expect(missing(looked)).not.toContain("items/one/self");
  const emptied = edited(looked, {
    kind: "put-words",
    language: "de",
    words: { "items/one/self": "" },
  });
  expect(emptied.translations.de).toEqual({});
  expect(edited(looked, { kind: "remove-item", key: "one" }).translations.de).toEqual({});
});
