import { expect, test } from "vitest";
import { kindNames } from "../kinds/registry.ts";
import { emptyDraft, framework } from "../testing/draft.ts";
import { readItem, typedItem } from "./item-form.ts";

const about = { draft: emptyDraft(), framework: framework() };
const read = (kind: Parameters<typeof readItem>[0], typed: Record<string, string>) =>
  readItem(
    kind,
    { ...typedItem(kind, "before"), scale: "amount", ...typed },
    { key: "x", before: null },
    about,
  );
const problems = (...given: Parameters<typeof read>) => {
  const outcome = read(...given);
  return outcome.ok ? [] : outcome.problems.map(({ field, code }) => `${field} ${code}`);
};

test("an item without words is refused at its words, once, whatever its kind", () => {
  for (const kind of kindNames)
    expect(problems(kind, { self: " \u200B ", scale: kind, options: "a\nb" })).toContain(
      "self missing",
    );
});

test("what is wrong is told at the field in which it was typed", () => {
  expect(problems("amount", { self: "x".repeat(161) })).toEqual(["self too-long"]);
  expect(problems("amount", { self: "x", scale: "gone" })).toEqual(["scale does-not-fit"]);
  expect(problems("truth", { self: "x", scale: "amount" })).toEqual(["scale does-not-fit"]);
  expect(problems("amount", { self: "x", page: "gone" })).toEqual(["page unknown"]);
  expect(problems("amount", { self: "x", measures: "telepathy" })).toEqual(["measures unknown"]);
  expect(problems("amount", { self: "x", measures: "setting-goals/planning-ahead" })).toEqual([
    "measures unknown",
  ]);
  expect(problems("choice", { self: "x", options: "only one" })).toEqual(["options too-short"]);
  expect(problems("choice", { self: "x", options: `a\n${"b".repeat(121)}` })).toEqual([
    "options too-long",
  ]);
  expect(problems("number", { self: "x", low: "5", high: "5" })).toEqual(["high does-not-fit"]);
  expect(problems("number", { self: "x", low: "many" })).toEqual(["low malformed"]);
  expect(problems("number", { self: "x", lowEnd: "never" })).toEqual(["highEnd missing"]);
  expect(problems("date", { self: "x", earliest: "yesterday" })).toEqual(["earliest malformed"]);
  expect(problems("date", { self: "x", earliest: "2026-02-01", latest: "2026-01-01" })).toEqual([
    "latest does-not-fit",
  ]);
});

test("others read the same where nothing else is written for them", () => {
  expect(read("amount", { self: "Plan" })).toMatchObject({ item: { self: "Plan", other: "Plan" } });
  expect(read("amount", { self: "Plan", other: "Plans" })).toMatchObject({
    item: { other: "Plans" },
  });
});
