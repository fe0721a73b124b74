import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { texts, textsIn } from "./i18n.ts";
import { languages } from "./language.ts";
import {
  type LookedAt,
  lookedAtFile,
  printsOfEnglish,
  textFiles,
  withoutForm,
} from "./testing/text-files.ts";

const english = textFiles("en");
const others = languages.filter((language) => language !== "en");

/** Names of values, however they are written. "One person" needs no number. */
const placeholders = (text: string) =>
  [...new Set(text.match(/\{+\w+/g))].filter((each) => each !== "{{count").toSorted();
const tags = (text: string) => (text.match(/<\/?\w+>/g) ?? []).toSorted();

/** The forms that a language counts in, as the keys of its texts. */
function formsOf(language: string, keys: Iterable<string>): string[] {
  const all = new Set(keys);
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return [...all].flatMap((key) => {
    const base = withoutForm(key);
    if (base === key || key.endsWith("_zero")) return [key];
    return pluralCategories.map((category) => `${base}_${category}`);
  });
}

test("there are texts to look at", () => {
  expect(english.size).toBeGreaterThan(30);
  expect(others).toContain("de");
});

describe.each(others)("%s", (language) => {
  const translated = textFiles(language);

  test.each([...english.keys()])("%s is there from end to end", (file) => {
    const keys = translated.get(file)?.keys() ?? [];
    const wanted = formsOf(language, english.get(file)?.keys() ?? []);
    expect([...new Set(keys)].toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  test("nothing is translated that is not said", () => {
    expect([...translated.keys()].filter((file) => !english.has(file))).toEqual([]);
  });

  test.each([...translated])("%s holds the same values and signs", (file, said) => {
    const source = english.get(file);
    for (const [key, text] of said) {
      const same = source?.get(key) ?? source?.get(`${withoutForm(key)}_other`) ?? "";
      expect([key, placeholders(text), tags(text)]).toEqual([key, placeholders(same), tags(same)]);
    }
  });

  // English that changed may no longer be what the other language says: a promise, for one.
  test("was looked at since English last changed (then: npm run texts:looked-at)", () => {
    const seen: LookedAt = JSON.parse(readFileSync(lookedAtFile(language), "utf8"));
    const changed = Object.entries(printsOfEnglish()).flatMap(([file, prints]) =>
      Object.entries(prints)
        .filter(([key, print]) => seen[file]?.[key] !== print)
        .map(([key]) => `${file} ${key}`),
    );
    expect(changed).toEqual([]);
  });
});

test("what is not translated is English, and some names are small within its sentences", () => {
  texts.addResource("en", "shell", "onlyEnglish", "Only {{name, lowercase}}");
  expect(textsIn("de").t("answering:go.start")).toBe("Beginnen");
  expect(textsIn("de").t("shell:onlyEnglish", { name: "THIS" })).toBe("Only this");
  expect(textsIn("de").t("report:hatInSentence", { name: "Führung" })).toBe("Führung");
});
