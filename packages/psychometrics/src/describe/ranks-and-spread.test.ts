import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { correlation } from "./correlation.ts";
import { covarianceEllipse } from "./covariance-ellipse.ts";
import { covarianceMatrix } from "./covariance-matrix.ts";
import { midRanks } from "./mid-ranks.ts";
import { percentileRank } from "./percentile-rank.ts";
import { quantile } from "./quantile.ts";
import { sumOfSquares } from "./sum-of-squares.ts";

test("ties share their mean rank and are counted as t cubed less t", () => {
  const { ranks, ties } = midRanks([30, 10, 20, 10, 10, 30]);
  expect([...ranks]).toEqual([5.5, 2, 4, 2, 2, 5.5]);
  expect(ties).toBe(24 + 6);
  expect(midRanks([3, 1, 2])).toEqual({ ranks: Float64Array.of(3, 1, 2), ties: 0 });
  expect(midRanks([]).ranks).toHaveLength(0);
});

test("a percentile rank counts those below and half of those equal", () => {
  expect(percentileRank(3, [1, 2, 3, 3, 5])).toEqual({ n: 5, rank: 60 });
  expect(percentileRank(9, [1, Number.NaN, 3])).toEqual({ n: 2, rank: 100 });
  expect(percentileRank(0, [1, 3])).toEqual({ n: 2, rank: 0 });
  expect(percentileRank(1, [])).toBeNull();
});

test("a correlation's p and interval are R's cor.test; below four pairs there is none", () => {
  const x = [1, 2, 3, 4, 5, 6, 7];
  const y = [2, 1, 4, 3, 7, 5, 9];
  // cor.test(x, y): r, p and the interval.
  const c = correlation(x, y)!;
  expectClose(c.r, 0.87548104826333, 1e-11);
  expectClose(c.p, 0.00981611312788, 1e-10);
  expectClose(c.lower, 0.35931512803595, 1e-10);
  expectClose(c.upper, 0.98146859167726, 1e-10);
  const three = correlation([1, 2, 3], [1, 3, 2])!;
  expect(three).toMatchObject({ n: 3, lower: null, upper: null });
  expectClose(three.p, 2 / 3, 1e-9);
  expect(correlation([1, 2, 3, 4], [1, 3, 2, 4])?.lower).not.toBeNull();
  expect(correlation([1, 2, 3, 4], [2, 4, 6, 8])).toMatchObject({ r: 1, lower: null, p: 0 });
  // A third of what others gave: perfect but for rounding, whichever pair comes first.
  const [item, rest] = [
    [5, 4, 3, 1],
    [9 / 3, 8 / 3, 7 / 3, 5 / 3],
  ];
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
  ])
    for (const sign of [1, -1])
      expect(
        correlation(
          order.map((at) => item[at]!),
          order.map((at) => sign * rest[at]!),
        ),
      ).toMatchObject({ r: sign, lower: null, upper: null, p: 0 });
  expect(correlation([1, 2], [5, 5])).toBeNull();
  expect(correlation([5, 5], [1, 2])).toBeNull();
  // Infinities are gaps, also when they would cancel.
  const infinity = Number.POSITIVE_INFINITY;
  expect(correlation([...x, infinity, 3], [...y, infinity, Number.NaN])).toEqual(c);
});

test("an infinite value is a gap in pairwise covariances, too", () => {
  const rows = [
    [1, 2],
    [2, 4],
    [4, 5],
  ];
  const infinity = Number.POSITIVE_INFINITY;
  const more = covarianceMatrix(matrixOf([...rows, [infinity, infinity]]))!;
  const covariances = covarianceMatrix(matrixOf(rows))!;
  expect(more.n).toBe(3);
  [...more.values].forEach((value, k) => {
    expectClose(value, covariances.values[k]!, 1e-12);
  });
});

test("columns of equal values have no variance or covariance, whatever rounding makes of their mean", () => {
  const rows = Array.from({ length: 6 }, (_, i) => [i, 0.1, i * i]);
  for (const table of [rows, [...rows, [null, 0.1, 3]]]) {
    const { values } = covarianceMatrix(matrixOf(table))!;
    expect([values[1], values[3], values[4], values[5], values[7]]).toEqual([0, 0, 0, 0, 0]);
    expect(values[2]).toBeGreaterThan(0);
    expect(values[6]).toBe(values[2]);
  }
  const big = covarianceMatrix(matrixOf([[1e9], [1e9 + 1], [1e9 + 2]]))!;
  expectClose(big.values[0], 1, 1e-9);
});

test("two rows with any value make a pairwise matrix, one does not; nor do no columns", () => {
  const gap = null;
  expect(
    covarianceMatrix(
      matrixOf([
        [1, gap],
        [2, gap],
      ]),
    ),
  ).toMatchObject({ n: 2, cols: 2 });
  expect(
    covarianceMatrix(
      matrixOf([
        [1, gap],
        [gap, gap],
      ]),
    ),
  ).toBeNull();
  expect(covarianceMatrix(matrixOf([[], []]))).toBeNull();
  const { values } = covarianceMatrix(
    matrixOf([
      [1, gap, 5],
      [2, gap, 7],
      [3, 4, gap],
    ]),
  )!;
  expect([...values].map(Number.isNaN)).toEqual([
    false,
    true,
    false,
    true,
    true,
    true,
    false,
    true,
    false,
  ]);
});

test("every cell says how many rows are behind it; a constant column's is no number where nothing overlaps", () => {
  const gap = null;
  const table = [
    [1, 2, 3],
    [2, gap, 5],
    [4, 1, gap],
    [5, 7, gap],
    [6, gap, gap],
  ];
  expect([...covarianceMatrix(matrixOf(table))!.pairs]).toEqual([5, 3, 2, 3, 3, 1, 2, 1, 2]);
  const complete = covarianceMatrix(matrixOf(table), { missing: "listwise" });
  expect(complete).toBeNull();
  const two = covarianceMatrix(matrixOf([table[0]!, [2, 4, 4], [3, 3, 3]]))!;
  expect([...two.pairs]).toEqual(new Array(9).fill(3));
  const apart = covarianceMatrix(
    matrixOf([
      [1, gap],
      [1, gap],
      [gap, 2],
      [gap, 3],
    ]),
  )!;
  expect([...apart.values]).toEqual([0, Number.NaN, Number.NaN, 0.5]);
});

test("quantiles at the ends are the ends, for both types", () => {
  for (const type of [6, 7] as const) {
    expect(quantile([3, 1, 2], 0, type)).toBe(1);
    expect(quantile([3, 1, 2], 1, type)).toBe(3);
  }
  expect(quantile([1, 2], 0.95, 6)).toBe(2);
  // .35 x 20 is 6.999999999999999 in binary: the seventh step is meant.
  expect(
    quantile(
      Array.from({ length: 21 }, (_, i) => i),
      0.35,
    ),
  ).toBe(7);
});

test("mean and spread survive what rounding leaves in a mean of large values", () => {
  const values = Array.from({ length: 100_001 }, (_, i) => 1e9 + 0.1 * (i % 7));
  // The offsets are exact, and small.
  const offsets = sumOfSquares(values.map((value) => value - 1e9));
  const { mean, ss } = sumOfSquares(values);
  expect(Math.abs(mean - 1e9 - offsets.mean)).toBeLessThan(2e-7);
  expectClose(ss, offsets.ss, 1e-10);
  expect(sumOfSquares([])).toEqual({ n: 0, mean: Number.NaN, ss: 0 });
  expect(sumOfSquares([0, 0])).toEqual({ n: 2, mean: 0, ss: 0 });
  expect(sumOfSquares([1e-20, 3e-20]).ss).toBeGreaterThan(0);
  expect(sumOfSquares(new Array(7).fill(0.1)).ss).toBe(0);
});

test("an ellipse turns with its points", () => {
  const falling = covarianceEllipse([1, 2, 3, 4], [4.1, 2.9, 2.1, 0.9])!;
  expect(Math.abs(falling.angle + Math.PI / 4)).toBeLessThan(0.05);
  expect(falling.centre.x).toBeCloseTo(2.5, 12);
  expect(falling.centre.y).toBeCloseTo(2.5, 12);
});
