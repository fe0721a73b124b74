import { expect, test } from "vitest";
import { parseFramework } from "~/features/frameworks/domain/framework.ts";
import { withName } from "~/features/frameworks/domain/wording.ts";
import bothHats from "../../../../content/frameworks/both-hats.v1.json";
import plain from "../../../../content/instruments/both-hats-360.v1.json";
import full from "../../../../content/instruments/both-hats-360.v2.json";
import short from "../../../../content/instruments/both-hats-short.v2.json";
import { openQuestions } from "./asked-items.ts";
import { checkInstrument } from "./check-instrument.ts";
import { parseInstrument } from "./instrument.ts";
import { inLanguage, languagesOf } from "./languages.ts";

const framework = parseFramework(bothHats);
const instrument = parseInstrument(full);
const german = inLanguage(instrument, "de");

test("version 2 is version 1 with a translation and nothing else changed", () => {
  const { translations, version, ...rest } = instrument;
  const { version: before, ...old } = parseInstrument(plain);
  expect(rest).toEqual(old);
  expect([before, version, Object.keys(translations ?? {})]).toEqual([1, 2, ["de"]]);
});

test("an instrument says which languages it has, its own first", () => {
  expect(languagesOf(instrument)).toEqual(["en", "de"]);
  expect(languagesOf(parseInstrument(plain))).toEqual(["en"]);
});

test("in another language every text is another one, and everything that gives answers their meaning is the same", () => {
  expect(german.language).toBe("de");
  const bones = ({ items, sections, scales }: typeof instrument) => ({
    items: items.map(({ self, other, ...rest }) => ({ ...rest, hint: "" })),
    sections: sections.map(({ key, competency }) => [key, competency]),
    values: [scales.amount!, scales.truth!].map(({ kind, options }) => [
      kind,
      options.map(({ value }) => value),
    ]),
  });
  expect(bones(german)).toEqual(bones(instrument));
  for (const [index, item] of german.items.entries())
    expect(item.other).not.toBe(instrument.items[index]?.other);
  expect(german.scales.amount?.options[2]?.label).toBe("Genau richtig");
});

test("a language without a translation leaves the instrument as it is, and says so", () => {
  expect(inLanguage(instrument, "fr")).toBe(instrument);
  expect(inLanguage(instrument, "en")).toBe(instrument);
});

test("a translation that leaves something out, adds something or loses the name is named", () => {
  const copy = structuredClone(full);
  const { items, sections } = copy.translations.de as unknown as {
    items: Record<string, { self: string; other: string }>;
    sections: Record<string, unknown>;
  };
  delete items["few-goals"];
  sections["no-such-section"] = { title: "Nichts", intro: "Nichts." };
  items["gives-direction"] = { self: "{{name}} gibt", other: "Gibt {{nmae}}" };
  expect(checkInstrument(framework, parseInstrument(copy))).toEqual([
    { code: "translates-nothing", at: "translations.de.sections.no-such-section" },
    { code: "untranslated", at: "translations.de.items.few-goals" },
    { code: "name-in-self", at: "translations.de.items.gives-direction.self" },
    { code: "name-not-once", at: "translations.de.items.gives-direction.other" },
    { code: "stray-braces", at: "translations.de.items.gives-direction.other" },
  ]);
  const itself = { ...full, translations: { en: full.translations.de } };
  expect(checkInstrument(framework, parseInstrument(itself))).toEqual([
    { code: "translates-itself", at: "translations.en" },
  ]);
});

// Plural "sie" and "ihre" are fine; a person is never he, and no noun stands for men alone.
const GENDERED =
  /\b(er|ihm|ihn|seine?[rmns]?|Mitarbeiter(?!in)|Kollegen|Chef|Vorgesetzter?|\w+\*innen|\w+:innen)\b/u;

test.each([full, short])("$name in German names nobody as he or she, and fits a phone", (json) => {
  const worded = inLanguage(parseInstrument(json), "de");
  const { scales, sections } = worded;
  const questions = openQuestions(worded);
  const items = worded.items.filter((item) => !questions.includes(item));
  for (const { self, other } of items) {
    expect(withName(other, "Sam"), other).not.toMatch(GENDERED);
    expect(self.length).toBeLessThanOrEqual(100);
    expect(other).toMatch(/^[A-ZÄÖÜ{]/);
    expect(other).not.toMatch(/[.?!…]$/);
  }
  for (const { label } of [...scales.amount!.options, ...scales.truth!.options])
    for (const word of label.split(" ")) expect(word.length).toBeLessThanOrEqual(11);
  expect(questions.every(({ other }) => other.endsWith("?"))).toBe(true);
  expect(sections.every(({ intro }) => intro?.endsWith(".") ?? true)).toBe(true);
});
