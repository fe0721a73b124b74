import { expect, test } from "vitest";
import { wordsFound } from "./words-found.ts";

test("words are found in any order, in whichever of the texts they are", () => {
  expect(wordsFound("mulcahy bren", "Brendan Mulcahy", "Deck")).toBe(true);
  expect(wordsFound("deck brendan", "Brendan Mulcahy", "Deck")).toBe(true);
  expect(wordsFound("engine brendan", "Brendan Mulcahy", null)).toBe(false);
  expect(wordsFound("", "anyone")).toBe(true);
});
