import { expect, test } from "vitest";
import { countsTowardsMinimum } from "./counting.ts";

test("only raters whom the participant did not bring from outside and whose address nobody else changed count", () => {
  const counts = (broughtFromOutsideByParticipant: boolean, readdressedDuringRound: boolean) =>
    countsTowardsMinimum({ broughtFromOutsideByParticipant, readdressedDuringRound });
  expect([
    counts(false, false),
    counts(true, false),
    counts(false, true),
    counts(true, true),
  ]).toEqual([true, false, false, false]);
});
