import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { meanInterval } from "../describe/mean-interval.ts";
import { column } from "./column.ts";
import { completeRows } from "./complete-rows.ts";
import { levelOf } from "./level.ts";
import { matrixOf } from "./matrix-of.ts";
import { row } from "./row.ts";
import { seededRandom } from "./seeded-random.ts";
import { present } from "./values.ts";

test("the first and last row and column are there", () => {
  const matrix = matrixOf([
    [1, 2],
    [3, 4],
  ]);
  expect([0, 1].map((i) => [...row(matrix, i)])).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect([0, 1].map((i) => [...column(matrix, i)])).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(matrix.values).toHaveLength(4);
});

test("complete rows keep their order, and a complete matrix is itself", () => {
  const matrix = matrixOf([
    [1, 2],
    [null, 3],
    [4, 5],
    [6, null],
    [7, 8],
  ]);
  expect(completeRows(matrix)).toEqual(
    matrixOf([
      [1, 2],
      [4, 5],
      [7, 8],
    ]),
  );
  const full = matrixOf([[1, 2]]);
  expect(completeRows(full)).toBe(full);
});

test("values that are no numbers are left out", () => {
  expect([...present([1, Number.NaN, 2, Number.POSITIVE_INFINITY, 0])]).toEqual([1, 2, 0]);
  expect(present([])).toHaveLength(0);
});

test("confidence is .95 unless told, and lies inside (0, 1)", () => {
  expect(levelOf()).toBe(0.95);
  expect(levelOf({})).toBe(0.95);
  expect(levelOf({ level: 0.8 })).toBe(0.8);
  for (const level of [0, 1, -1, 2, Number.NaN]) {
    expect(() => levelOf({ level })).toThrow(`confidence level ${level}`);
  }
  expect(meanInterval([1, 2, 4])?.level).toBe(0.95);
});

test("random numbers are those they have always been: seeds are stored with results", () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    return [random.uniform(), random.uniform(), random.below(1000), random.normal()];
  };
  expect(draw(1)).toEqual([0.5374428330581089, 0.08243005656496444, 652, -1.3865977532481588]);
  expect(draw(2 ** 40 + 5)).toEqual([
    0.4932209559406771, 0.6870152799246854, 713, 0.12853249301156938,
  ]);
  expect(draw(1)).toEqual(draw(1));
});

test("random numbers are uniform and normal", () => {
  const random = seededRandom(12);
  const n = 20_000;
  const u = Array.from({ length: n }, () => random.uniform());
  const z = Array.from({ length: n }, () => random.normal());
  const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / n;
  expect(Math.min(...u)).toBeGreaterThan(0);
  expect(Math.max(...u)).toBeLessThan(1);
  expect(Math.abs(mean(u) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
  expect(Math.abs(mean(z))).toBeLessThan(4 / Math.sqrt(n));
  expect(Math.abs(mean(z.map((v) => v * v)) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < n; i++) counts[random.below(10)]!++;
  const chi = counts.reduce((sum, c) => sum + (c - n / 10) ** 2 / (n / 10), 0);
  // The .999 quantile of chi-square with 9 df.
  expect(chi).toBeLessThan(27.9);
  expectClose(
    counts.reduce((a, b) => a + b, 0),
    n,
  );
});
