import { describe, expect, test } from "vitest";
import { readingGrade } from "~/features/frameworks/domain/reading-grade.ts";
import { germanReadingGrade } from "~/features/frameworks/domain/reading-grade-german.ts";
import { wordingOverlap } from "~/features/frameworks/domain/wording-overlap.ts";
import { situationNamed } from "~/features/guide/index.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { itemOrder, type Voice } from "../domain/check.ts";
import { type CheckWords, itemIn } from "../domain/words.ts";
import { asInstrument, scalesIn } from "./as-instrument.server.ts";
import { builtInChecks } from "./built-in-checks.server.ts";

const WANTED = [
  "balance",
  "leadership-styles",
  "management-styles",
  "too-much",
  "without-me",
  "core-skills",
  "emotions",
  "influence",
  "wish-to-manage",
];
const voices: readonly Voice[] = ["team", "alone"];
const all = languages.flatMap((language) =>
  builtInChecks(language).map((each) => ({
    ...each,
    language,
    name: `${each.check.key} ${language}`,
  })),
);

/** What one reader reads besides the items. */
const proseOf = ({ lead, limits, parts, practice }: CheckWords, voice: Voice): string[] => [
  lead,
  limits,
  ...Object.values(parts).flatMap(({ about, high, low }) => [about, high, low]),
  voice === "team" ? practice.how : practice.alone,
  practice.notice,
];
const itemsOf = ({ parts }: CheckWords, voice: Voice): string[] =>
  Object.values(parts).flatMap(({ items }) => items.map((item) => itemIn(item, voice)));
const wordingsOf = (words: CheckWords): string[] =>
  Object.values(words.parts).flatMap(({ items }) =>
    items.flatMap((item) => (typeof item === "string" ? [item] : [item.team, item.alone])),
  );

test.each(languages)("the nine checks are there in %s, in the order offered", (language) => {
  const checks = builtInChecks(language);
  expect(checks.map(({ check }) => check.key)).toEqual(WANTED);
  const own = new Set(
    all.filter((each) => each.language !== language).map(({ words }) => words.name),
  );
  expect(checks.filter(({ words }) => own.has(words.name))).toEqual([]);
});

test("a check asks 12 to 40 items, and takes three to six minutes", () => {
  for (const { check } of builtInChecks("en")) {
    const items = itemOrder(check).length;
    // Between six and thirteen seconds an item: what raters of the 360 take (its 55 items in nine minutes).
    expect((check.minutes * 60) / items, check.key).toBeGreaterThan(6);
    expect((check.minutes * 60) / items, check.key).toBeLessThan(13.5);
  }
});

test("the balance asks 24 amounts of both hats; styles are those that were promised, with four items each", () => {
  const [balance, leading] = builtInChecks("en").map(({ check }) => check);
  expect(balance).toMatchObject({ scale: "amount" });
  expect(itemOrder(balance!)).toHaveLength(24);
  const hats = balance!.parts.map(({ tone }) => tone);
  expect(hats).toEqual([...Array(3).fill("managing"), ...Array(3).fill("leading")]);
  expect(leading!.parts.map(({ key, items }) => `${key} ${items}`)).toEqual(
    "visionary coaching affiliative democratic pacesetting commanding transformational charismatic"
      .split(" ")
      .map((key) => `${key} 4`),
  );
});

describe.each(all)("$name", ({ check, words, language }) => {
  test("has words for every part and item, and for no other", () => {
    expect(Object.keys(words.parts)).toEqual(check.parts.map(({ key }) => key));
    const counts = Object.values(words.parts).map(({ items }) => items.length);
    expect(counts).toEqual(check.parts.map(({ items }) => items));
    for (const voice of voices) {
      const { items } = asInstrument({ check, words }, voice, language, () => "Part");
      expect(items.map(({ self }) => self).filter((text) => text === "")).toEqual([]);
      expect(items).toHaveLength(itemOrder(check).length);
    }
  });

  test("speaks otherwise to people without reports wherever it speaks of a team", () => {
    const team = language === "en" ? /\b(teams?|reports to me)\b/i : /\bTeams?\b/;
    const items = Object.values(words.parts).flatMap(({ items: each }) => each);
    const own = items.filter((item) => typeof item !== "string");
    expect(own.length, "wordings that differ").toBeGreaterThanOrEqual(check.parts.length);
    expect(own.filter(({ team: one, alone }) => one === alone)).toEqual([]);
    const shared = items.filter((item) => typeof item === "string");
    expect(shared.filter((item) => team.test(item))).toEqual([]);
    expect(words.practice.alone).not.toBe(words.practice.how);
  });

  // Grade 6 is read at eleven or twelve. German counts grades of another formula, in which what is read at twelve or
  // thirteen has grade 7. A single question may reach a few grades more: one long word moves it by two.
  test("can be read at twelve", () => {
    const grade = language === "en" ? readingGrade : germanReadingGrade;
    const most = language === "en" ? { prose: 6, item: 9.5 } : { prose: 7, item: 10 };
    const stem = scalesIn(language)[check.scale]?.stem.self ?? "";
    for (const voice of voices) {
      expect(grade(proseOf(words, voice)), "prose").toBeLessThanOrEqual(most.prose);
      const questions = itemsOf(words, voice).map((item) => `${stem} ${item}`);
      expect(grade(questions), "questions").toBeLessThanOrEqual(most.prose);
    }
    const hard = wordingsOf(words).filter((item) => grade([`${stem} ${item}`]) > most.item);
    expect(hard).toEqual([]);
  });

  test("no two items say nearly the same", () => {
    for (const voice of voices) {
      const items = itemsOf(words, voice);
      const alike = items.flatMap((one, index) =>
        items
          .slice(index + 1)
          .filter((other) => wordingOverlap(one, other, language) > 0.5)
          .map((other) => [one, other]),
      );
      expect(alike).toEqual([]);
    }
  });

  test("items are statements on the scale of truth, and things to do on that of amounts", () => {
    const shape = check.scale === "truth" ? /^[A-ZÄÖÜ].*[.]$/ : /^[A-ZÄÖÜ].*[^.?!]$/;
    expect(wordingsOf(words).filter((item) => !shape.test(item))).toEqual([]);
  });
});

test.each(all)(
  "$language: a result of $check.key leads to a situation of its own",
  ({ check, language }) => {
    const { title } = situationNamed(check.situation, language);
    expect(title).not.toBe("");
    const others = all.filter((each) => each.language === language && each.check !== check);
    expect(others.map((each) => each.check.situation)).not.toContain(check.situation);
  },
);

test.each(languages)("nobody reads a sentence in %s twice, in all checks together", (language) => {
  for (const voice of voices) {
    const said = all
      .filter((each) => each.language === language)
      .flatMap(({ words }) => [...proseOf(words, voice), ...itemsOf(words, voice)])
      .flatMap((text) => text.split(/(?<=[.!?])\s+/))
      .map((sentence) => sentence.toLowerCase().replaceAll(/[^\p{L}\d ]/gu, ""));
    expect(said.length).toBeGreaterThan(400);
    expect(said.filter((sentence, index) => said.indexOf(sentence) !== index)).toEqual([]);
  }
});
