import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { chiSquareCdf } from "../distributions/chi-square-cdf.ts";
import { averageDeviation } from "./average-deviation.ts";
import { awg } from "./awg.ts";
import { intraclass } from "./intraclass.ts";
import { kendallW } from "./kendall-w.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { type NullShape, nullVariance } from "./null-variance.ts";
import { rwg } from "./rwg.ts";
import { rwgJ } from "./rwg-j.ts";
import { rwgStar } from "./rwg-star.ts";

const table = matrixOf([
  [4, 5, null],
  [3, 5, 2],
  [4, 4, null],
]);

test("every index over items says how many answers it rests on", () => {
  const five = { options: 5 };
  expect(rwgJ(table, five)).toMatchObject({ n: 6, items: 2 });
  expect(rwgStar(table, five)).toMatchObject({ n: 6, items: 2 });
  // The second item's mean lies too near the end for awg.
  expect(awg(table, { low: 1, high: 5 })).toMatchObject({ n: 3, items: 1 });
  expect(awg(table, { low: 1, high: 7 })).toMatchObject({ n: 6, items: 2 });
  expect(averageDeviation(table, { missing: "available" })).toEqual(averageDeviation(table));
});

test("awg is there up to the ends of the interpretable range of means and not beyond", () => {
  // Brown and Hauenstein (2005): with three raters on 1 to 5 from (1 x 2 + 5) / 3 = 2.33 to 3.67.
  const range = { low: 1, high: 5 };
  expect(awg([2, 2, 3], range)).not.toBeNull();
  expect(awg([4, 4, 3], range)).not.toBeNull();
  expect(awg([2, 2, 2.9], range)).toBeNull();
  expect(awg([4, 4, 3.1], range)).toBeNull();
  // On 2 to 6: largest variance at mean 4 with four raters is (8 x 4 - 16 - 12) x 4 / 3.
  const found = awg([2, 6, 4, 4], { low: 2, high: 6 });
  expectClose(found?.awg, 1 - (2 * (8 / 3)) / (4 * (4 / 3)), 1e-12);
});

test("Lindell, Brandt and Whitney (1999): r*wg(j) reaches down to -1 and does not grow with items, rwg(j) does", () => {
  // Half the raters at either end of 1 to 5: variance 4 where chance has 2, but for the sample's n - 1.
  const torn = Array.from({ length: 1000 }, (_, i) => [i % 2 === 0 ? 1 : 5]);
  const star = rwgStar(matrixOf(torn), { options: 5 });
  expectClose(star?.rwgStar, 1 - 2 * (1000 / 999), 1e-12);
  // Against the variance of the greatest disagreement it is 0 there.
  expectClose(rwgStar(matrixOf(torn), { variance: 4000 / 999 })?.rwgStar, 0, 1e-12);
  const raters = [3, 4, 4, 5, 3];
  const scale = (items: number) => matrixOf(raters.map((r) => new Array<number>(items).fill(r)));
  const [one, ten] = [scale(1), scale(10)];
  expectClose(rwgStar(ten, { options: 5 })?.rwgStar, rwgStar(one, { options: 5 })!.rwgStar, 1e-12);
  const single = rwgJ(one, { options: 5 })!.rwg;
  // James, Demaree and Wolf (1984): Spearman-Brown's formula on the number of items.
  expectClose(rwgJ(ten, { options: 5 })?.rwg, (10 * single) / (1 + 9 * single), 1e-12);
});

test("Kendall's W needs two things and two raters, and says its df and p", () => {
  const two = kendallW(
    matrixOf([
      [1, 2],
      [2, 3],
    ]),
  );
  expect(two).toMatchObject({ n: 2, raters: 2, w: 1, df: 1, chiSquare: 2 });
  expectClose(two?.p, chiSquareCdf(2, 1, "upper"), 1e-12);
  expect(kendallW(matrixOf([[1], [2], [3]]))).toBeNull();
  expect(kendallW(matrixOf([[1, 2]]))).toBeNull();
  expect(kendallW(matrixOf([]))).toBeNull();
});

test("Krippendorff's alpha counts as interval unless told, and two different values are enough", () => {
  const two = matrixOf([
    [1, 1],
    [2, 2],
    [1, 2],
  ]);
  // One disagreement in three pairs: 1 - 5 x 2 / 18, the same at every level of measurement.
  for (const level of ["nominal", "ordinal", "interval"] as const) {
    expectClose(krippendorffAlpha(two, level)?.alpha, 1 - 10 / 18, 1e-12, level);
  }
  const three = matrixOf([
    [1, 1],
    [2, 4],
    [4, 4],
  ]);
  expect(krippendorffAlpha(three)).toEqual(krippendorffAlpha(three, "interval"));
  expect(krippendorffAlpha(three)?.alpha).not.toBe(krippendorffAlpha(three, "nominal")?.alpha);
});

test("LeBreton and Senter (2008), table 2: the variance of every null for 5 to 11 options", () => {
  const shapes = ["uniform", "slight-skew", "moderate-skew", "heavy-skew", "triangular", "normal"];
  const published = [
    [5, 2.0, 1.34, 0.9, 0.44, 1.32, 1.04],
    [6, 2.92, 1.85, 1.26, 0.69, 1.45, 1.25],
    [7, 4.0, 2.9, 2.14, 1.39, 2.1, 1.4],
    [8, 5.25, 3.47, 2.79, 2.35, 2.81, 1.73],
    [9, 6.67, 5.66, 4.73, 3.16, 3.0, 1.58],
    [10, 8.25, 6.3, 5.09, 3.46, 2.89, 1.45],
    [11, 10.0, 7.31, 6.32, 4.02, 3.32, 1.4],
  ];
  for (const [options, ...variances] of published) {
    shapes.forEach((shape, k) => {
      const own = nullVariance(shape as NullShape, options as number);
      expect(own, `${shape} ${options}`).toBeCloseTo(variances[k]!, 2);
    });
  }
});

test("two options are a scale; a null may be given as a variance", () => {
  expectClose(nullVariance("uniform", 2), 3 / 12, 1e-12);
  expect(rwg([1, 2], { variance: 2 })?.nullVariance).toBe(2);
});

test("ratings that agree but for rounding agree, and tiny ones may still differ", () => {
  const rows = [0.1, 0.7, 0.4].map((v) => [v, v + 1e-16, v]);
  expect(intraclass(matrixOf(rows))?.icc21.icc).toBe(1);
  const large = [1e6 + 0.1, 1e6 + 0.7, 1e6 + 0.4].map((v) => [v, v + 1e-10, v]);
  expect(intraclass(matrixOf(large))?.icc21.icc).toBe(1);
  const tiny = intraclass(
    matrixOf([
      [1e-20, 2e-20],
      [3e-20, 5e-20],
      [2e-20, 1e-20],
    ]),
  );
  expect(tiny?.icc11.icc).toBeLessThan(1);
  expect(tiny?.meanSquares.rows).toBeGreaterThan(0);
});

test("an interval that can't be had stays null for the mean of raters, too", () => {
  const level = intraclass(
    matrixOf([
      [3, 5, 1, 5, 3],
      [4, 5, 4, 1, 3],
    ]),
  )!;
  expect(level.icc21).toMatchObject({ lower: null, upper: null });
  expect(level.icc2k).toMatchObject({ lower: null, upper: null });
});
