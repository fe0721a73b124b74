import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

function draws(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test("the same seed gives the same draws and another seed others", () => {
  const first = draws(50, createRandom(7).uniform);
  expect(draws(50, createRandom(7).uniform)).toEqual(first);
  expect(draws(50, createRandom(8).uniform)).not.toEqual(first);
});

test("a fork depends on its label and not on what was drawn before", () => {
  const used = createRandom(7);
  draws(20, used.uniform);
  expect(used.fork("names").uniform()).toBe(createRandom(7).fork("names").uniform());
  expect(used.fork("names").uniform()).not.toBe(used.fork("truth").uniform());
});

test("uniform draws stay in [0, 1) with mean 1/2 and variance 1/12", () => {
  const values = draws(40_000, createRandom(1).uniform);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(mean(values)).toBeCloseTo(0.5, 2);
  expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
});

test("normal draws have the mean, spread and tails asked for", () => {
  const random = createRandom(2);
  const values = draws(40_000, () => random.normal(3, 2));
  expect(mean(values)).toBeCloseTo(3, 1);
  expect(Math.sqrt(mean(values.map((value) => (value - 3) ** 2)))).toBeCloseTo(2, 1);
  const outside = values.filter((value) => Math.abs(value - 3) > 1.96 * 2).length / values.length;
  expect(outside).toBeCloseTo(0.05, 2);
});

test("shuffle keeps every member and leaves its input alone", () => {
  const list = [1, 2, 3, 4, 5, 6];
  const result = createRandom(3).shuffle(list);
  expect([...result].sort()).toEqual(list);
  expect(list).toEqual([1, 2, 3, 4, 5, 6]);
});

test("weighted draws follow the weights and never take a weight of zero", () => {
  const random = createRandom(4);
  const values = Array.from({ length: 20_000 }, () =>
    random.weighted([
      ["never", 0],
      ["rare", 1],
      ["often", 3],
    ]),
  );
  expect(values).not.toContain("never");
  expect(values.filter((value) => value === "rare").length / values.length).toBeCloseTo(0.25, 1);
});

test("nothing to choose from is refused", () => {
  expect(() => createRandom(5).pick([])).toThrow(RangeError);
  expect(() => createRandom(5).weighted([["a", 0]])).toThrow(RangeError);
});
