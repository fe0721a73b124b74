import { expect, test } from "vitest";
import { germanReadingGrade, germanSyllables } from "./reading-grade-german.ts";

// Counts as hyphenated in a dictionary.
const COUNTS = {
  1: "Ziel Plan fragt neu frei Haus",
  2: "Arbeit Fehler Leiter Freude Quelle müssen heute",
  3: "Abteilung Termine Ergebnis geachtet geändert",
  4: "Entscheidungen Besprechungen Verantwortung wiederholen",
} as const;

test.each(
  Object.entries(COUNTS).flatMap(([count, words]) =>
    words.split(" ").map((word) => [word, Number(count)] as const),
  ),
)("%s has %i syllables", (word, count) => {
  expect(germanSyllables(word)).toBe(count);
});

test("the grade follows the published formula", () => {
  // 2 sentences, 8 words: 2 of three syllables or more, 2 longer than six letters, 4 of one syllable.
  const text = "Wir fragen die Abteilung. Das Amt arbeitet heute.";
  expect(germanReadingGrade([text])).toBeCloseTo(
    0.1935 * 25 + 0.1672 * 4 + 0.1297 * 25 - 0.0327 * 50 - 0.875,
    10,
  );
});

test("longer words and longer sentences raise the grade", () => {
  const plain = germanReadingGrade(["Sag, was du siehst"]);
  expect(
    germanReadingGrade(["Verhaltensbeobachtungen nachvollziehbar dokumentieren"]),
  ).toBeGreaterThan(plain);
  expect(
    germanReadingGrade(["Sag, was du siehst, wenn du an dem Tag zu dem Ort kommst"]),
  ).toBeGreaterThan(plain);
});
