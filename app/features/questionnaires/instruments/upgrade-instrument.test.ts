import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mergeAnswers, noAnswers } from "../domain/answers.ts";
import { fieldsOf } from "../domain/seen.ts";
import { answerRules, askedItems, ratingsOf } from "./asked-items.ts";
import { parseInstrument } from "./instrument.ts";
import { upgradeInstrument } from "./upgrade-instrument.ts";

const FOLDER = join(import.meta.dirname, "../../../../content/instruments");

type FirstFormat = {
  items: { key: string; scale: string; self: string; other: string }[];
  openQuestions: { key: string; self: string; hint: string }[];
  sections: { key: string }[];
  scales: Record<string, { options: { value: number; label: string }[]; stem: { self: string } }>;
  translations?: Record<
    string,
    { items: Record<string, object>; openQuestions: Record<string, object> }
  >;
};
const builtIn = readdirSync(FOLDER).map((file): [string, FirstFormat] => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), "utf8")),
]);
/**
 * As an organisation of an earlier release may have one in its table: without translations or open questions, in its
 * own words.
 */
const { translations: _, ...first } = structuredClone(builtIn[0]![1]);
const stored: [string, FirstFormat] = [
  "stored in an organisation",
  { ...first, openQuestions: [], items: first.items.map((item) => ({ ...item, self: "Ask" })) },
];

test("there are built-in instruments of the first format", () => {
  expect(builtIn.length).toBeGreaterThanOrEqual(4);
  for (const [, json] of builtIn) expect(json).not.toHaveProperty("format");
});

test.each([...builtIn, stored])(
  "%s asks what it asked, in the same order and words",
  (_file, json) => {
    const instrument = parseInstrument(json);
    const asked = askedItems(instrument);
    expect(
      asked.flatMap(({ item, slot }) => (slot === null ? [] : [[item.key, item.self]])),
    ).toEqual(json.items.map(({ key, self }) => [key, self]));
    for (const { item, scale, slot } of asked.filter((each) => each.slot !== null)) {
      const before = json.scales[json.items[slot!]!.scale]!;
      expect([item.key, scale?.options, scale?.stem]).toEqual([
        item.key,
        before.options,
        before.stem,
      ]);
    }
    const written = instrument.items.slice(json.items.length);
    expect(written).toMatchObject(json.openQuestions);
    for (const [language, { items, openQuestions }] of Object.entries(json.translations ?? {}))
      expect(instrument.translations?.[language]?.items).toEqual({ ...items, ...openQuestions });
    expect(instrument.sections.map(({ key }) => key)).toEqual([
      ...json.sections.map(({ key }) => key),
      ...(json.openQuestions.length > 0 ? ["comments"] : []),
    ]);
  },
);

test.each([...builtIn, stored])(
  "a response to %s reads as it did, field by field",
  (_file, json) => {
    const instrument = parseInstrument(json);
    const ratings = json.items.map(({ scale }, index) =>
      index === 3 ? null : scale === "amount" ? -2 : 5,
    );
    const comments = Object.fromEntries(json.openQuestions.map(({ key }) => [key, `About ${key}`]));
    const kept = { ratings, cantSay: [3], comments, others: {} };
    const fields = fieldsOf(kept);
    expect([...fields.keys()].sort()).toEqual(
      [
        ...json.items.map((_item, index) => `item-${index}`),
        ...json.openQuestions.map(({ key }) => `comment-${key}`),
      ].sort(),
    );
    const again = mergeAnswers(noAnswers(ratingsOf(instrument)), fields, answerRules(instrument));
    expect(again).toEqual({ answers: kept, problems: [] });
  },
);

test("what is in today's format is left alone, and what is no instrument is left for the schema to refuse", () => {
  const today = parseInstrument(builtIn[0]![1]);
  expect(parseInstrument(JSON.parse(JSON.stringify(today)))).toEqual(today);
  for (const odd of [null, 3, [], { items: 3, openQuestions: "x", scales: [] }]) {
    expect(() => upgradeInstrument(odd)).not.toThrow();
    expect(() => parseInstrument(odd)).toThrow(/./);
  }
});
