import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { lmg } from "./lmg.ts";
import { regression } from "./regression.ts";
import { relativeWeights } from "./relative-weights.ts";

const v = [2, 4, 3, 5, 3, 4, 1, 2, 2, 4, 4, 5, 3, 5, 3, 4, 2, 5, 2, 2, 1, 5, 3, 5];
const x = matrixOf(v.map((_, at) => [1 + Math.floor((at % 12) / 3), 1 + (at % 3)]));

test("F, its p, intervals and covariances of the coefficients are R's", () => {
  // summary(lm(v ~ p + r)), confint(level = .9) and vcov.
  const fit = regression(v, x, { level: 0.9 })!;
  expectClose(fit.f, 0.118827160493827, 1e-10);
  expectClose(fit.p, 0.888554037260497, 1e-10);
  const intervals = [
    [1.143597346827588, 4.523069319839079],
    [-0.352954622348274, 0.51962128901494],
    [-0.472411887236576, 0.722411887236576],
  ];
  [fit.intercept, ...fit.predictors].forEach((term, i) => {
    expectClose(term.lower, intervals[i]![0]!, 1e-10);
    expectClose(term.upper, intervals[i]![1]!, 1e-10);
  });
  expect(fit.level).toBe(0.9);
  expectClose(fit.covariance[0], 0.964285714285716, 1e-10);
  expectClose(fit.covariance[1], -0.160714285714286, 1e-10);
  expectClose(fit.covariance[8], 0.120535714285714, 1e-10);
});

/** Outcome and two predictors, four rows. */
const four = matrixOf([
  [1, 1],
  [2, 4],
  [3, 9],
  [4, 10],
]);

test("one row more than terms is enough for drivers, as many are not", () => {
  const three = matrixOf([
    [1, 1],
    [2, 4],
    [3, 9],
  ]);
  for (const share of [
    (y: number[], m: typeof four) => lmg(y, m, { bootstrap: 0 }),
    relativeWeights,
  ]) {
    expect(share([1, 2, 2, 5], four)).toMatchObject({ n: 4 });
    expect(share([1, 2, 2], three)).toBeNull();
    expect(
      share(
        [1, 2],
        matrixOf([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toBeNull();
  }
});

test("what does not vary or depends on the others drives nothing", () => {
  const rows = [1, 2, 3, 4, 6, 9];
  const constant = matrixOf(rows.map((r) => [r * r, 5]));
  const repeated = matrixOf(rows.map((r, i) => [r, i % 2, 2 * r + (i % 2)]));
  const outcome = [1, 4, 2, 6, 5, 9];
  for (const share of [
    (y: number[], m: typeof four) => lmg(y, m, { bootstrap: 20 }),
    relativeWeights,
  ]) {
    expect(share(outcome, constant)).toBeNull();
    expect(share(outcome, repeated)).toBeNull();
    expect(share([3, 3, 3, 3, 3, 3], matrixOf(rows.map((r) => [r])))).toBeNull();
    expect(share(outcome, matrixOf(rows.map(() => [])))).toBeNull();
  }
});

test("where nothing is explained there are no shares of it", () => {
  const square = matrixOf([
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ]);
  // At right angles to both.
  const outcome = [1, -1, -1, 1];
  for (const result of [
    lmg(outcome, square, { bootstrap: 0 })?.drivers,
    relativeWeights(outcome, square)?.weights,
  ]) {
    expect(result?.map(({ raw, share }) => [raw, share])).toEqual([
      [0, null],
      [0, null],
    ]);
  }
});

test("intervals are the resamples' quantiles: 1000 of them unless told, the same for a seed, narrower for less confidence", () => {
  const random = seededRandom(4);
  const rows = Array.from({ length: 40 }, () => [random.normal(), random.normal()]);
  const y = rows.map(([a]) => a! + random.normal());
  const m = matrixOf(rows);
  const usual = lmg(y, m)!;
  expect(usual).toMatchObject({ samples: 1000, level: 0.95 });
  expect(lmg(y, m, { seed: 1 })).toEqual(usual);
  expect(lmg(y, m, { seed: 2 })?.drivers[0]?.lower).not.toBe(usual.drivers[0]?.lower);
  const less = lmg(y, m, { level: 0.5 })!;
  const [wide, narrow] = [usual.drivers[0]!, less.drivers[0]!];
  expect(narrow.lower!).toBeGreaterThan(wide.lower!);
  expect(narrow.upper!).toBeLessThan(wide.upper!);
  // The middle half of the resamples lies around the estimate, the whole interval within what a share can be.
  expect(narrow.lower!).toBeLessThan(narrow.raw);
  expect(narrow.upper!).toBeGreaterThan(narrow.raw);
  expect(wide.lower!).toBeGreaterThan(0);
  expect(wide.upper!).toBeLessThan(1);
  expect(lmg(y, m, { bootstrap: 7 })?.samples).toBe(7);
});

test("resamples in which a predictor does not vary are left out and not counted", () => {
  const rare = matrixOf([0, 0, 0, 0, 0, 0, 0, 1].map((a, i) => [a, (i * 5) % 8]));
  const result = lmg([1, 3, 2, 5, 4, 6, 8, 7], rare, { bootstrap: 300, seed: 3 })!;
  // The one 1 is missed by a resample with chance (7/8)^8 = .34.
  expect(result.samples).toBeGreaterThan(150);
  expect(result.samples).toBeLessThan(240);
  expect(result.drivers.every((d) => Number.isFinite(d.lower))).toBe(true);
});

test("three correlated predictors: each gain averaged over the six orders by hand", () => {
  const rows = [
    [1, 2, 1],
    [2, 1, 4],
    [3, 4, 2],
    [4, 3, 5],
    [5, 6, 7],
    [6, 4, 3],
    [7, 8, 6],
  ];
  const y = [2, 1, 4, 3, 6, 7, 5];
  const r2 = (set: number[]) =>
    set.length === 0 ? 0 : regression(y, matrixOf(rows.map((r) => set.map((c) => r[c]!))))!.r2;
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const result = lmg(y, matrixOf(rows), { bootstrap: 0 })!;
  for (const driver of [0, 1, 2]) {
    const gains = orders.map((order) => {
      const before = order.slice(0, order.indexOf(driver));
      return r2([...before, driver]) - r2(before);
    });
    expectClose(result.drivers[driver]?.raw, gains.reduce((a, b) => a + b, 0) / 6, 1e-10);
  }
});
