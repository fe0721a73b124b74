import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle, referenceCase, withoutReference } from "../../testing/oracle.ts";
import { fQuantile } from "../distributions/f-quantile.ts";
import { covarianceEllipse } from "./covariance-ellipse.ts";
import { describe } from "./describe.ts";
import { meanInterval } from "./mean-interval.ts";
import { quantile } from "./quantile.ts";

test("quantiles of types 6 and 7 are R's", () => {
  const attitude = oracle("attitude_chatterjee_price");
  for (const [type, id] of [
    [6, "quantiles_type6_rating"],
    [7, "quantiles_type7_rating"],
  ] as const) {
    const expected = attitude.expected(id) as Record<string, number>;
    for (const [share, value] of Object.entries(expected)) {
      const p = Number.parseFloat(share) / 100;
      expectClose(quantile(attitude.numbers("rating"), p, type), value, 1e-12, `${type} ${share}`);
    }
  }
  expect(quantile([Number.NaN], 0.5)).toBeNull();
  expect(quantile([3], 0.9)).toBe(3);
  expect(() => quantile([1], 1.5)).toThrow(RangeError);
});

test("a description leaves out what is missing and says how much", () => {
  const { numbers, expected } = oracle("attitude_chatterjee_price");
  const rating = describe([...numbers("rating"), Number.NaN]);
  const row = expected("item_statistics").values[0] as number[];
  expect(rating).toMatchObject({ n: 30, missing: 1, min: 40, max: 85 });
  expectClose(rating?.mean, row[5] as number, 1e-12);
  expectClose(rating?.sd, row[6] as number, 1e-12);
  expect(rating?.quantiles.map((q) => q.value)).toEqual([58.75, 65.5, 71.75]);
  expect(describe([])).toBeNull();
  expect(describe([4])).toMatchObject({ n: 1, mean: 4, sd: null, min: 4, max: 4 });
});

test("raters' leniency and spread, column by column", (context) => {
  const video = referenceCase("irr_video");
  if (video === null) return context.skip(withoutReference);
  const names = Object.keys(video.columns);
  const all = describe(names.flatMap((name) => video.numbers(name)));
  for (const name of names) {
    const own = describe(video.numbers(name));
    expect(Math.abs(own!.sd! - video.expected("rater_sd")[name])).toBeLessThan(1e-12);
    expectClose(own!.mean - all!.mean, video.expected("rater_means_leniency")[name], 1e-9);
  }
});

test("the spread keeps its digits far from zero", () => {
  expectClose(describe([1e9 + 1, 1e9 + 2, 1e9 + 3])?.sd, 1, 1e-12);
});

test("the interval of a mean is R's t.test", () => {
  const anorexia = oracle("mass_anorexia_prepost");
  const before = anorexia.numbers("Prewt");
  const after = anorexia.numbers("Postwt");
  for (const [group, expected] of Object.entries(anorexia.expected("paired_by_group")) as [
    string,
    { n: number; mean_diff: number; sd_diff: number; ci95: [number, number] },
  ][]) {
    const change = after.map((value, i) =>
      anorexia.columns.Treat?.[i] === group ? value - (before[i] as number) : Number.NaN,
    );
    const interval = meanInterval(change);
    expect(interval?.n).toBe(expected.n);
    expectClose(interval?.mean, expected.mean_diff);
    expectClose(interval?.sd, expected.sd_diff);
    expectClose(interval?.lower, expected.ci95[0]);
    expectClose(interval?.upper, expected.ci95[1]);
  }
});

test("one rating has no interval, agreement has an interval of no width", () => {
  expect(meanInterval([3])).toBeNull();
  expect(meanInterval([])).toBeNull();
  expect(meanInterval([0.1, 0.1, 0.1])?.sd).toBe(0);
  expect(meanInterval([3, 3, 3])).toMatchObject({ n: 3, lower: 3, upper: 3, standardError: 0 });
  expect(() => meanInterval([1, 2], { level: 1 })).toThrow(RangeError);
});

test("every point on the ellipse is as far from the mean as Hotelling's T2 allows", () => {
  const x = [1, 2, 2, 3, 5, 4, Number.NaN];
  const y = [2, 1, 3, 3, 4, 6, 1];
  const n = 6;
  const ellipse = covarianceEllipse(x, y);
  expect(ellipse?.n).toBe(n);
  if (ellipse === null) return;
  const { centre, semiMajor, semiMinor, angle } = ellipse;
  const mean = (v: number[]) => v.slice(0, n).reduce((a, b) => a + b, 0) / n;
  expectClose(centre.x, mean(x), 1e-12);
  expectClose(centre.y, mean(y), 1e-12);
  let [sxx, sxy, syy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    sxx += (x[i]! - centre.x) ** 2 / (n - 1);
    syy += (y[i]! - centre.y) ** 2 / (n - 1);
    sxy += ((x[i]! - centre.x) * (y[i]! - centre.y)) / (n - 1);
  }
  const limit = ((2 * (n - 1)) / (n - 2)) * fQuantile(0.95, 2, n - 2);
  for (const turn of [0, 1, 2.5, 4]) {
    const u = semiMajor * Math.cos(turn);
    const v = semiMinor * Math.sin(turn);
    const dx = u * Math.cos(angle) - v * Math.sin(angle);
    const dy = u * Math.sin(angle) + v * Math.cos(angle);
    const t2 = (n * (syy * dx * dx - 2 * sxy * dx * dy + sxx * dy * dy)) / (sxx * syy - sxy * sxy);
    expectClose(t2, limit, 1e-10);
  }
  expect(semiMajor).toBeGreaterThanOrEqual(semiMinor);
});

test("an ellipse needs three pairs; points on a line give a flat one", () => {
  expect(covarianceEllipse([1, 2], [1, 2])).toBeNull();
  expect(covarianceEllipse([1, 2, Number.NaN], [1, 2, 3])).toBeNull();
  const flat = covarianceEllipse([1, 2, 3, 4], [2, 4, 6, 8]);
  expect(flat?.semiMinor).toBeLessThan(1e-6);
  expectClose(flat?.angle, Math.atan(2), 1e-12);
  const still = covarianceEllipse([1, 1, 1], [2, 2, 2]);
  expect(still).toMatchObject({ semiMajor: 0, semiMinor: 0, angle: 0 });
  expect(() => covarianceEllipse([1], [])).toThrow(RangeError);
});
