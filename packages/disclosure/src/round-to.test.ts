import { expect, test } from "vitest";
import { roundTo } from "./round-to.ts";

test("halves go away from zero, whatever their binary form", () => {
  expect(roundTo(2.675, 2)).toBe(2.68);
  expect(roundTo(1.005, 2)).toBe(1.01);
  expect(roundTo(-0.125, 2)).toBe(-0.13);
  expect(roundTo(10 / 3, 1)).toBe(3.3);
  expect(roundTo(2.5, 0)).toBe(3);
});

test("no negative zero", () => {
  expect(Object.is(roundTo(-0.001, 2), 0)).toBe(true);
});
