import { expect, test } from "vitest";
import { practiceInput, readPractice } from "./own-practice.ts";
import { shownPractices, wordsIn } from "./shown-guide.ts";

const english = {
  ...{ name: "Walk the deck", cue: "When the shift starts", action: "Ask one question." },
  notice: "People tell you more.",
};
const german = {
  ...{ name: "Einmal über Deck", cue: "Wenn die Schicht beginnt", action: "Fragen Sie etwas." },
  notice: "Man erzählt Ihnen mehr.",
};

const read = (form: object) => readPractice(practiceInput.parse({ direction: "more", ...form }));

test("one language is enough, and blanks around words go", () => {
  const spaced = { ...german, name: `  ${german.name} ` };
  expect(read({ de: spaced })).toEqual({ words: { de: german }, problems: [] });
  expect(read({ en: english, de: german }).words).toEqual({ en: english, de: german });
});

test("a language that was begun has to be finished, and the field is named", () => {
  const { problems } = read({ en: english, de: { ...german, action: " " } });
  expect(problems.map(({ field, code }) => [field, code])).toEqual([["de.action", "missing"]]);
});

test("nothing at all is told as the first language missing", () => {
  expect(read({}).problems.map(({ field }) => field)).toEqual([
    ...["en.name", "en.cue", "en.action", "en.notice"],
  ]);
});

test("what is too long is told with how long it may be", () => {
  expect(read({ en: { ...english, name: "x".repeat(61) } }).problems).toEqual([
    { field: "en.name", code: "too-long", values: { language: "en", part: "name", most: 60 } },
  ]);
  expect(read({ en: { ...english, name: "x".repeat(60) } }).problems).toEqual([]);
});

const own = {
  ...{ id: "own-1", framework: "both-hats", behaviour: "few-goals", revision: 1 },
  direction: "less" as const,
  words: { de: german },
};
const guide = {
  ...{ more: "More.", less: "Less.", questions: ["Which?"] },
  practices: { ours: { direction: "more" as const, ...english } },
};

test("own practices stand first, in the reader's language or else in the one they have", () => {
  const shown = shownPractices(guide, [own], { hidden: new Set(["ours"]), language: "en" });
  expect(shown).toEqual([
    { ...german, key: "own-1", direction: "less", isOwn: true, isHidden: false, inLanguage: "de" },
    { ...english, key: "ours", direction: "more", isOwn: false, isHidden: true, inLanguage: null },
  ]);
  expect(wordsIn({ words: { en: english, de: german } }, "de")?.words).toEqual(german);
  expect(wordsIn({ words: {} }, "de")).toBeNull();
});
