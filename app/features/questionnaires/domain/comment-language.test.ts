import { expect, test } from "vitest";
import {
  languageWarnings,
  likelyWriting,
  plainLanguage,
  scriptWarnings,
} from "./comment-language.ts";

const many = (language: string | null, n: number) => Array.from({ length: n }, () => language);
const english = likelyWriting(many(null, 5), "en", 2)!;
const found = (text: string, writing = english) =>
  scriptWarnings(text, writing).map((warning) => warning.found);

test("what others are likely to write in is what enough of them have, and the questionnaire's own where none is known", () => {
  expect(english).toEqual({ languages: ["en"], scripts: ["Latn"] });
  const mixed = [...many("de-AT", 2), ...many("pl", 1), ...many("fr-CA", 3)];
  expect(likelyWriting(mixed, "en", 2)?.languages).toEqual(["de", "fr"]);
  expect(likelyWriting([...many("ja", 2), ...many("en", 2)], "en", 2)?.scripts).toEqual([
    "Hani",
    "Hira",
    "Kana",
    "Latn",
  ]);
  // Bulgarian and Russian share a script, not a language.
  expect(likelyWriting([...many("bg", 1), ...many("ru", 1), ...many("en", 2)], "en", 2)).toEqual({
    languages: ["en"],
    scripts: ["Cyrl", "Latn"],
  });
});

test("without a crowd there is nothing to be lost in, and nothing is said", () => {
  expect(likelyWriting(["de", "fr", "pl"], "en", 2)).toBe(null);
  expect(likelyWriting([], "en", 2)).toBe(null);
});

test("what is no language in a directory is taken for the questionnaire's own", () => {
  expect(likelyWriting(["???", "English (UK)", "", null], "de", 3)?.languages).toEqual(["de"]);
  expect(["de-CH", "DE", "nb", "nn-NO", "deutsch", "", "1"].map(plainLanguage)).toEqual([
    "de",
    "de",
    "no",
    "no",
    null,
    null,
    null,
  ]);
});

test.each([
  ["Она всегда слушает", ["Она всегда слушает"]],
  ["Listens well, очень хорошо, every time", ["очень хорошо"]],
  ["よく聞いてくれます", ["よく"]],
  ["تستمع جيدا", ["تستمع جيدا"]],
  ["Ακούει προσεκτικά", ["Ακούει προσεκτικά"]],
  ["Works to 5 μm, α first", []],
  ["好", ["好"]],
  ["Hört zu, naïve façade, Straße", []],
  ["100 % – 3/4 ✓ 🙂", []],
])("script: %s", (text, expected) => {
  expect(found(text).toSorted()).toEqual(expected.toSorted());
});

test("where others write Cyrillic, names of things in Latin are no alarm, and a whole text in Latin is", () => {
  const russian = likelyWriting(many("ru", 4), "en", 2)!;
  expect(found("Хорошо ведёт проект Aurora в Jira", russian)).toEqual([]);
  expect(found("Leads the project well", russian)).toEqual(["Leads the project well"]);
});

test("a language few others have is named, one that is not told apart from theirs is not", () => {
  expect(languageWarnings("de", english)).toEqual([{ kind: "language", found: "de" }]);
  expect(languageWarnings("en", english)).toEqual([]);
  expect(languageWarnings(null, english)).toEqual([]);
  expect(languageWarnings("nn", likelyWriting(many("da", 3), "en", 2)!)).toEqual([]);
});
