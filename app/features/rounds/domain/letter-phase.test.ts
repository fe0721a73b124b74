import { expect, test } from "vitest";
import { letterPhase } from "./letter-phase.ts";

test.each([
  ["draft", "before"],
  ["nominating", "before"],
  ["collecting", "running"],
  ["closing", "over"],
  ["closed", "over"],
  ["released", "over"],
] as const)("letters of a round that is %s: %s", (state, phase) => {
  expect(letterPhase(state)).toBe(phase);
});
