import { expect, test } from "vitest";
import { readingGrade, syllables } from "./reading-grade.ts";

// Counts as hyphenated in a dictionary.
const COUNTS = {
  1: "goals work asked pulled rule makes change matched don't year",
  2: "people handled settled doing notice decide simple table quiet hopeful",
  3: "managing agreeing finances decided successes customer however openness expected",
  4: "expectations measurable coordinate dependable information celebrating",
  5: "organisation opportunity",
} as const;

test.each(
  Object.entries(COUNTS).flatMap(([count, words]) =>
    words.split(" ").map((word) => [word, Number(count)] as const),
  ),
)("%s has %i syllables", (word, count) => {
  expect(syllables(word)).toBe(count);
});

test("the grade follows the published formula", () => {
  // 1 sentence, 6 words, 6 syllables.
  expect(readingGrade(["The cat sat on the mat."])).toBeCloseTo(
    0.39 * 6 + 11.8 * (6 / 6) - 15.59,
    10,
  );
  // The example given with the formula in Wikipedia, "Flesch–Kincaid readability tests": 13 words, 24 syllables, grade
  // 11.3.
  const platypus =
    "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
  expect(readingGrade([platypus])).toBeCloseTo(11.3, 1);
});

test("sentences are counted within a text and across texts alike", () => {
  expect(readingGrade(["We plan. We act."])).toBe(readingGrade(["We plan", "We act"]));
});

test("longer words and longer sentences raise the grade", () => {
  const plain = readingGrade(["Say what you saw"]);
  expect(readingGrade(["Articulate observable behavioural indicators"])).toBeGreaterThan(plain);
  expect(readingGrade(["Say what you saw when you came to the place that day"])).toBeGreaterThan(
    plain,
  );
});
