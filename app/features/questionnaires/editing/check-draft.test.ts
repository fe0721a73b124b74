import { expect, test } from "vitest";
import { everyKind } from "../gallery/every-kind.ts";
import { parseInstrument } from "../instruments/instrument.ts";
import { emptyDraft, framework, itemOf } from "../testing/draft.ts";
import { checkDraft, versionOf } from "./check-draft.ts";
import { type Draft, draftSchema } from "./draft.ts";
import { readItem, typedItem } from "./item-form.ts";
import { draftOf } from "./starting-point.server.ts";
import { wordsOf } from "./words.ts";

const check = (draft: Draft) =>
  checkDraft(draft, framework()).map(({ code, place }) => `${code} ${place.part}`);
const withItems = (...items: Draft["items"]): Draft => ({
  ...emptyDraft(),
  sections: emptyDraft().sections.slice(0, 1),
  items,
});

test("an empty draft says what it lacks, page by page", () => {
  expect(check({ ...emptyDraft(), description: "" })).toEqual([
    ...["no-items whole", "no-description about", "empty-section page", "empty-section page"],
  ]);
});

test("a name that is missing, there twice, or in what one reads about oneself is told at the item", () => {
  const own = (words: { self: string; other: string }) => itemOf("text", words, "words");
  expect(check(withItems(own({ self: "Keep?", other: "Keep?" })))).toEqual(["name-not-once item"]);
  expect(check(withItems(own({ self: "Keep?", other: "{{name}} and {{name}}" })))).toEqual([
    "name-not-once item",
  ]);
  expect(check(withItems(own({ self: "{{name}}?", other: "{{name}}?" })))).toEqual([
    "name-in-self item",
  ]);
  expect(check(withItems(own({ self: "Keep?", other: "{name}?" })))).toContain("stray-braces item");
  expect(check(withItems(own({ self: "Keep?", other: "What should {{name}} keep?" })))).toEqual([]);
  expect(check({ ...withItems(own({ self: "Keep?", other: "Keep?" })), about: "nobody" })).toEqual(
    [],
  );
});

test("an item depends only on what stands above it", () => {
  const on = itemOf("amount", { self: "Plan" }, "plan");
  const after = {
    ...itemOf("amount", { self: "Check" }, "check"),
    when: { item: "plan", is: [-2] },
  };
  expect(check(withItems(on, after))).toEqual([]);
  expect(check(withItems(after, on))).toEqual(["unknown-item item"]);
  expect(check(withItems(after))).toEqual(["unknown-item item"]);
  expect(check(withItems(on, { ...after, when: { item: "plan", is: [7] } }))).toEqual([
    "does-not-fit item",
  ]);
});

test("a language is whole or not published: what is missing is counted and named, and a name is asked of it as well", () => {
  const draft = withItems(
    itemOf("text", { self: "Keep?", other: "What should {{name}} keep?" }, "keep"),
  );
  const words = (change: (text: string) => string) =>
    Object.fromEntries(
      wordsOf(draft).map(({ place, text }) => [place, { text: change(text), of: text }]),
    );
  const whole = { ...draft, translations: { de: words((text) => text) } };
  expect(check(whole)).toEqual([]);
  const { "items/keep/self": _, ...most } = whole.translations.de;
  expect(checkDraft({ ...draft, translations: { de: most } }, framework())).toEqual([
    {
      code: "no-words",
      place: { part: "language", language: "de", key: null },
      missing: { count: 1, first: ["Keep?"] },
    },
  ]);
  const nameless = { de: words((text) => text.replace("{{name}}", "sie")) };
  expect(checkDraft({ ...draft, translations: nameless }, framework())).toContainEqual({
    ...{ code: "name-not-once", place: { part: "language", language: "de", key: "keep" } },
  });
});

test("a version of every kind comes back as a draft and goes out as it was, and so does each item through its form", () => {
  const before = everyKind();
  const draft = draftOf(before);
  expect(versionOf(draft, before.key, before.version)).toEqual(before);
  expect(parseInstrument(versionOf(draft, "x", 1)).items).toEqual(before.items);
  for (const item of before.items)
    expect(
      readItem(
        item.kind,
        typedItem(item, ""),
        { key: item.key, before: item },
        { draft, framework: framework() },
      ),
    ).toEqual({ ok: true, item });
  expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});
