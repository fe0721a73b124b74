import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { amountEffectiveness } from "./amount-effectiveness.ts";
import { amountDeviation } from "./amount-scale.ts";
import { amountShares } from "./amount-shares.ts";
import { versatility } from "./versatility.ts";

const scale = { low: -2, right: 0, high: 2 };
const oneToFive = { low: 1, right: 3, high: 5 };

test("versatility is the distance from right on both sides, as a share of the longest", () => {
  expect(versatility([0], [0], scale)?.versatility).toBe(100);
  expectClose(versatility([2], [-2], scale)?.versatility, 0, 1e-12);
  // One side at an end, the other right: 1 - 2 / sqrt(8).
  expectClose(versatility([2], [0], scale)?.versatility, 100 * (1 - 2 / Math.sqrt(8)), 1e-12);
  expectClose(
    versatility([1, 0], [-1, -1, -1], scale)?.versatility,
    100 * (1 - Math.hypot(0.5, 1) / Math.sqrt(8)),
    1e-12,
  );
});

test("versatility doesn't depend on how the scale is numbered or which side comes first", () => {
  const a = versatility([1, 0, 2], [-1, 0], scale);
  const b = versatility([4, 3, 5], [2, 3], oneToFive);
  const c = versatility([-1, 0], [1, 0, 2], scale);
  expectClose(b?.versatility, a?.versatility as number, 1e-12);
  expectClose(c?.versatility, a?.versatility as number, 1e-12);
  expect(a).toMatchObject({ n: 5, first: { n: 3, mean: 1 }, second: { n: 2, mean: -0.5 } });
});

test("an unequal scale counts each side by its own length", () => {
  const unequal = { low: -4, right: 0, high: 1 };
  expect(amountDeviation(-4, unequal)).toBe(-1);
  expect(amountDeviation(1, unequal)).toBe(1);
  expectClose(versatility([-4], [1], unequal)?.versatility, 0, 1e-12);
});

test("a side without ratings has no versatility, a rating off the scale is an error", () => {
  expect(versatility([], [1], scale)).toBeNull();
  expect(versatility([1], [Number.NaN], scale)).toBeNull();
  expect(() => versatility([3], [0], scale)).toThrow(RangeError);
  expect(() => amountDeviation(1, { low: 0, right: 0, high: 2 })).toThrow(RangeError);
});

test("shares count ratings on each side of right and add to one", () => {
  expect(amountShares([-2, -1, 0, 0, 0, 1, Number.NaN, 2], scale)).toEqual({
    n: 7,
    under: 2 / 7,
    right: 3 / 7,
    over: 2 / 7,
  });
  expect(amountShares([2.75, 3.3, 3.2], oneToFive, { tolerance: 0.25 })).toEqual({
    n: 3,
    under: 0,
    right: 2 / 3,
    over: 1 / 3,
  });
  expect(amountShares([], scale)).toBeNull();
});

test("ends of the scale and the right amount itself are on the scale", () => {
  expect([1, 3, 5].map((value) => amountDeviation(value, oneToFive))).toEqual([-1, 0, 1]);
  expect(amountShares([1, 3, 5], oneToFive)).toMatchObject({ n: 3, under: 1 / 3, over: 1 / 3 });
  expect(() => amountShares([5.5], oneToFive, { tolerance: 3 })).toThrow("5.5 is not on the scale");
});

test("effectiveness sees disagreement that a mean would hide", () => {
  expect(amountEffectiveness([0, 0], scale)).toEqual({ n: 2, effectiveness: 100 });
  expect(amountEffectiveness([-2, 2], scale)).toEqual({ n: 2, effectiveness: 0 });
  expect(amountEffectiveness([-1, 0, 1, 0, Number.NaN], scale)).toEqual({
    n: 4,
    effectiveness: 75,
  });
  expect(amountEffectiveness([Number.NaN], scale)).toBeNull();
});
