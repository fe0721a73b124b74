import { expect, test } from "vitest";
import { countsTowardsMinimum, readdressedSince } from "./counting.ts";

test("only raters whom the participant did not bring from outside and whose address nobody else changed count", () => {
  const counts = (broughtFromOutsideBySubject: boolean, readdressedDuringRound: boolean) =>
    countsTowardsMinimum({
      broughtFromOutsideBySubject: broughtFromOutsideBySubject,
      readdressedDuringRound,
    });
  expect([
    counts(false, false),
    counts(true, false),
    counts(false, true),
    counts(true, true),
  ]).toEqual([true, false, false, false]);
});

test("a change of an address falls into a round when it lets somebody in after its owner was asked", () => {
  const until = (day: number) => [{ until: new Date(Date.UTC(2026, 2, day)) }];
  const asked = new Date(Date.UTC(2026, 2, 10));
  expect(readdressedSince(until(11), asked)).toBe(true);
  expect(readdressedSince(until(9), asked)).toBe(false);
  expect(readdressedSince([...until(9), ...until(12)], asked)).toBe(true);
  expect(readdressedSince(until(11), null)).toBe(false);
  expect(readdressedSince([], asked)).toBe(false);
});
