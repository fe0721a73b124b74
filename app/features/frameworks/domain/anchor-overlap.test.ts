import { expect, test } from "vitest";
import { anchorOverlap } from "./anchor-overlap.ts";

const about = ["Setting goals", "Turns strategy into clear goals"];

test("levels that differ in how good somebody is alone overlap fully", () => {
  const inEnglish = { about, language: "en" } as const;
  expect(anchorOverlap("Reviews them well", "Very often reviews them better", inEnglish)).toBe(1);
  expect(
    anchorOverlap("Prüft die Liste gut", "Prüft die Liste immer sehr gut", {
      about: ["Ziele setzen"],
      language: "de",
    }),
  ).toBe(1);
});

test("words of the competency itself don't tell levels apart, nor do they make them alike", () => {
  const inEnglish = { about, language: "en" } as const;
  expect(anchorOverlap("Turns goals clear", "Has a strategy and goals", inEnglish)).toBe(1);
  expect(
    anchorOverlap("Turns to goals alone", "Turns to goals across departments", inEnglish),
  ).toBe(0);
});

test("what is shared counts against all that is said", () => {
  const inEnglish = { about, language: "en" } as const;
  expect(anchorOverlap("Drops one each month", "Drops one each quarter", inEnglish)).toBeCloseTo(
    2 / 4,
    10,
  );
});
