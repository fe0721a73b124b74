import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOfProportions } from "./difference-of-proportions.ts";

/** Newcombe (1998), table II: the intervals at 95 % of method 10. */
const published = [
  { one: [56, 70], other: [48, 80], lower: 0.0524, upper: 0.3339 },
  { one: [9, 10], other: [3, 10], lower: 0.1705, upper: 0.809 },
  { one: [6, 7], other: [2, 7], lower: 0.0582, upper: 0.8062 },
  { one: [5, 56], other: [0, 29], lower: -0.0381, upper: 0.1926 },
  { one: [0, 10], other: [0, 20], lower: -0.1611, upper: 0.2775 },
  { one: [0, 10], other: [0, 10], lower: -0.2775, upper: 0.2775 },
  { one: [10, 10], other: [0, 20], lower: 0.6791, upper: 1 },
  { one: [10, 10], other: [0, 10], lower: 0.6075, upper: 1 },
] as const;

const share = ([count, of]: readonly [number, number]) => ({ count, of });

test.each(published)("as published: $one and $other", ({ one, other, lower, upper }) => {
  const found = differenceOfProportions(share(one), share(other));
  expect(found?.difference).toBeCloseTo(one[0] / one[1] - other[0] / other[1], 12);
  expect(found?.lower).toBeCloseTo(lower, 4);
  expect(found?.upper).toBeCloseTo(upper, 4);
  expect(found?.level).toBe(0.95);
});

const anyShare = fc
  .integer({ min: 1, max: 300 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((count) => ({ count, of })));

test("holds the difference, stays within its range, and turns round with the groups", () => {
  fc.assert(
    fc.property(anyShare, anyShare, (one, other) => {
      const there = differenceOfProportions(one, other);
      const back = differenceOfProportions(other, one);
      if (!there || !back) throw new Error("no interval of people who are there");
      expect(there.lower).toBeLessThanOrEqual(there.difference + 1e-12);
      expect(there.upper).toBeGreaterThanOrEqual(there.difference - 1e-12);
      expect(there.lower).toBeGreaterThanOrEqual(-1);
      expect(there.upper).toBeLessThanOrEqual(1);
      expect(back.lower).toBeCloseTo(-there.upper, 12);
      expect(back.upper).toBeCloseTo(-there.lower, 12);
    }),
  );
});

test("at another level it is wider or narrower", () => {
  const [one, other] = [share([9, 10]), share([3, 10])];
  const [wide, narrow] = [0.99, 0.8].map((level) => differenceOfProportions(one, other, { level }));
  expect(wide?.lower).toBeLessThan(0.1705);
  expect(narrow?.lower).toBeGreaterThan(0.1705);
});

test("says nothing of nobody, and refuses what is no count", () => {
  expect(differenceOfProportions(share([0, 0]), share([3, 10]))).toBeNull();
  expect(differenceOfProportions(share([3, 10]), share([0, 0]))).toBeNull();
  for (const wrong of [share([-1, 10]), share([11, 10]), share([0.5, 10]), share([Number.NaN, 10])])
    expect(() => differenceOfProportions(wrong, share([3, 10]))).toThrow(RangeError);
});
