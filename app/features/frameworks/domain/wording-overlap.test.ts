import { expect, test } from "vitest";
import { meaningWords, wordingOverlap } from "./wording-overlap.ts";

test("only the words that carry meaning count, whatever their ending", () => {
  expect([...meaningWords("The team's goals are set by you")]).toEqual(["goal", "set"]);
  expect(meaningWords("Checking")).toEqual(meaningWords("checks"));
});

test("the same thing in a slightly different wording overlaps fully", () => {
  expect(wordingOverlap("Check the plan with people", "Checks their plans")).toBe(1);
});

test("overlap is the shared part of all meaning words", () => {
  expect(wordingOverlap("Set clear goals", "Set clear limits")).toBeCloseTo(2 / 4, 10);
  expect(wordingOverlap("Set clear goals", "Listen first")).toBe(0);
});

test("texts without any meaning word can't be told apart", () => {
  expect(wordingOverlap("do it", "be so")).toBe(1);
});
