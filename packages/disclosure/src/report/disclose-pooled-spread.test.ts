import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { disclosePooledSpread } from "./disclose-pooled-spread.ts";

const times = <T>(n: number, groups: T[]): T[] => Array.from({ length: n }, () => groups).flat();

test("pools squared deviations over degrees of freedom", () => {
  const groups = [
    [1, 3],
    [2, 2],
    [4, 2, 3],
    [5, 5],
    [1, 2],
  ];
  // Squares 2 + 0 + 2 + 0 + 0.5 over 1 + 1 + 2 + 1 + 1 degrees of freedom, four times.
  expect(disclosePooledSpread(times(4, groups), standardPolicy)).toEqual({
    shown: true,
    sd: 0.87,
    groups: 20,
    raters: 44,
  });
});

test("needs twenty groups, and does not let one small group be worked out beside large ones", () => {
  const large = times(19, [[1, 2, 3, 4, 5]]);
  expect(disclosePooledSpread(large, standardPolicy).shown).toBe(false);
  const twenty = [...large, [1, 2, 3, 4, 5]];
  expect(disclosePooledSpread([...twenty, [1, 5, 5]], standardPolicy)).toMatchObject({
    groups: 20,
    raters: 100,
  });
  expect(disclosePooledSpread(times(30, [[1]]), standardPolicy).shown).toBe(false);
});
