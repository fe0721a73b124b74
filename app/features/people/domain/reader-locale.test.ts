import { expect, test } from "vitest";
import { collationNames, readerLocale } from "./reader-locale.ts";

test.each([
  [["sv-SE", "en"], "sv-SE"],
  [["*", "x", "not a tag", "de-", "da"], "da"],
  [[], "en-GB"],
])("of %j, names are sorted as in %s", (languages, locale) => {
  expect(readerLocale(languages)).toBe(locale);
});

test("the closest collation comes first, and one for every language last", () => {
  expect(collationNames("sv-SE")).toEqual(["sv-SE-x-icu", "sv-x-icu", "und-x-icu"]);
  expect(collationNames("zh-Hant-TW")).toEqual([
    ...["zh-Hant-TW-x-icu", "zh-Hant-x-icu", "zh-x-icu", "und-x-icu"],
  ]);
});
