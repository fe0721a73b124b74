import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { disclosePooledSpread } from "./disclose-pooled-spread.ts";

test("pools squared deviations over degrees of freedom", () => {
  const groups = [
    [1, 3],
    [2, 2],
    [4, 2, 3],
    [5, 5],
    [1, 2],
  ];
  // Squares 2 + 0 + 2 + 0 + 0.5 over 1 + 1 + 2 + 1 + 1 degrees of freedom.
  expect(disclosePooledSpread(groups, standardPolicy)).toEqual({
    shown: true,
    sd: 0.87,
    groups: 5,
    raters: 11,
  });
});

test("needs five groups, and does not let one small group be worked out beside large ones", () => {
  const large = [1, 2, 3, 4, 5];
  expect(disclosePooledSpread([large, large, large, large], standardPolicy).shown).toBe(false);
  expect(
    disclosePooledSpread([large, large, large, large, large, [1, 5, 5]], standardPolicy),
  ).toMatchObject({ groups: 5, raters: 25 });
  expect(disclosePooledSpread([[1], [2], [3], [4], [5]], standardPolicy).shown).toBe(false);
});
