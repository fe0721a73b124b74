import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { betaCdf } from "./beta-cdf.ts";
import { betaPoint, betaQuantile } from "./beta-quantile.ts";
import { chiSquareCdf } from "./chi-square-cdf.ts";
import { chiSquareQuantile } from "./chi-square-quantile.ts";
import { fCdf } from "./f-cdf.ts";
import { fQuantile } from "./f-quantile.ts";
import { findRoot } from "./find-root.ts";
import { logGamma } from "./log-gamma.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { deviance, stirlingError } from "./saddle-point.ts";
import { tCdf, tTwoSided } from "./t-cdf.ts";
import { tQuantile } from "./t-quantile.ts";

const { POSITIVE_INFINITY: infinity, NEGATIVE_INFINITY: minus, NaN: none } = Number;

test("what is no probability, or no degrees of freedom, has no quantile", () => {
  for (const p of [-0.1, 1.1, -1, 2, none]) {
    const quantiles = [
      normalQuantile(p),
      tQuantile(p, 3),
      tQuantile(p, infinity),
      fQuantile(p, 2, 3),
      chiSquareQuantile(p, 2),
      betaQuantile(p, 2, 3),
    ];
    for (const quantile of quantiles) expect(quantile).toBeNaN();
  }
  for (const df of [0, -1, none]) {
    const values = [
      tQuantile(0.3, df),
      tQuantile(0.5, df),
      fQuantile(0.3, df, 2),
      fQuantile(0.3, 2, df),
      fQuantile(0, df, 2),
      fQuantile(1, 2, df),
      chiSquareQuantile(0.3, df),
      chiSquareQuantile(0, df),
      chiSquareQuantile(1, df),
      betaQuantile(0.3, df, 2),
      betaQuantile(0.3, 2, df),
      betaQuantile(0, df, 2),
      betaQuantile(0, 2, df),
      tCdf(1, df),
      fCdf(1, df, 2),
      fCdf(1, 2, df),
      fCdf(0, 2, df),
      chiSquareCdf(0, df),
      chiSquareCdf(1, df),
      betaCdf(0, df, 2),
      betaCdf(0, 2, df),
      betaCdf(0.5, 2, df),
    ];
    values.forEach((value, i) => {
      expect(value, `${i} at ${df}`).toBeNaN();
    });
  }
  const missing = [
    normalCdf(none),
    tCdf(none, 2),
    fCdf(none, 1, 2),
    chiSquareCdf(none, 2),
    betaCdf(none, 1, 1),
  ];
  for (const value of missing) expect(value).toBeNaN();
});

test("both ends of every distribution, in both tails", () => {
  expect([normalCdf(minus), normalCdf(infinity), normalCdf(-41), normalCdf(41)]).toEqual([
    0, 1, 0, 1,
  ]);
  expect([tCdf(minus, 2), tCdf(infinity, 2), tCdf(-1e200, 2), tCdf(1e200, 2)]).toEqual([
    0, 1, 0, 1,
  ]);
  expect([fCdf(0, 2, 3), fCdf(infinity, 2, 3), fCdf(-1, 2, 3)]).toEqual([0, 1, 0]);
  expect([fCdf(0, 2, 3, "upper"), fCdf(infinity, 2, 3, "upper")]).toEqual([1, 0]);
  expect([fCdf(infinity, 2, infinity), fCdf(infinity, 2, infinity, "upper")]).toEqual([1, 0]);
  expect([chiSquareCdf(0, 2), chiSquareCdf(infinity, 2), chiSquareCdf(-3, 2)]).toEqual([0, 1, 0]);
  expect([chiSquareCdf(0, 2, "upper"), chiSquareCdf(infinity, 2, "upper")]).toEqual([1, 0]);
  expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(-1, 2, 3), betaCdf(2, 2, 3)]).toEqual([
    0, 1, 0, 1,
  ]);
  expect([betaCdf(0, 2, 3, "upper"), betaCdf(1, 2, 3, "upper")]).toEqual([1, 0]);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([minus, infinity]);
  expect([tQuantile(0, 3), tQuantile(1, 3)]).toEqual([minus, infinity]);
  expect([fQuantile(0, 2, 3), fQuantile(1, 2, 3)]).toEqual([0, infinity]);
  expect([fQuantile(0, 2, infinity), fQuantile(1, 2, infinity)]).toEqual([0, infinity]);
  expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, infinity]);
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  expect(betaPoint(0, 1, 2, 3)).toEqual({ x: 0, y: 1 });
  expect(betaPoint(1, 0, 2, 3)).toEqual({ x: 1, y: 0 });
});

test("with infinite df F is chi-square over its df, and the middle of a symmetric one is the middle", () => {
  expectClose(fQuantile(0.9, 4, infinity), chiSquareQuantile(0.9, 4) / 4, 1e-14);
  expectClose(fCdf(1.7, 4, infinity, "upper"), chiSquareCdf(6.8, 4, "upper"), 1e-14);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
  expectClose(betaQuantile(0.5, 3, 3), 0.5, 1e-14);
  expectClose(chiSquareQuantile(0.5, 2), 2 * Math.LN2, 1e-14);
  expectClose(betaQuantile(0.5, 1, 2), 1 - Math.SQRT1_2, 1e-14);
});

test("closed forms: t with 1 and 2 df, chi-square with 2, F with 2 and 2, beta with a 1", () => {
  for (const p of [1e-12, 0.001, 0.2, 0.49, 0.5001, 0.8, 0.999]) {
    expectClose(tQuantile(p, 1), -1 / Math.tan(Math.PI * p), 1e-10);
    expectClose(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-10);
    expectClose(chiSquareQuantile(p, 2), -2 * Math.log1p(-p), 1e-12);
    expectClose(fQuantile(p, 2, 2), p / (1 - p), 1e-12);
    expectClose(betaQuantile(p, 3, 1), Math.cbrt(p), 1e-12);
    expectClose(betaCdf(Math.cbrt(p), 3, 1), p, 1e-12);
    expectClose(betaCdf(1 - Math.cbrt(p), 1, 3), 1 - p, 1e-11);
    expectClose(normalCdf(normalQuantile(p)), p, 1e-13);
  }
  for (const t of [-3, -0.5, 0, 0.5, 3]) {
    expectClose(tTwoSided(t, 1), 1 - (2 / Math.PI) * Math.atan(Math.abs(t)), 1e-12);
  }
});

test("very small tails keep their digits", () => {
  expectClose(normalQuantile(1e-300), -37.04709629936119, 1e-12);
  expect(normalCdf(normalQuantile(1e-300)) / 1e-300).toBeCloseTo(1, 9);
  expect(chiSquareCdf(chiSquareQuantile(1e-200, 5), 5) / 1e-200).toBeCloseTo(1, 9);
  expect(betaCdf(betaQuantile(1e-100, 4, 2), 4, 2) / 1e-100).toBeCloseTo(1, 9);
});

test("log gamma is that of factorials and halves, and has no value from 0 down", () => {
  let factorial = 1;
  for (let n = 1; n < 20; n++) {
    expectClose(logGamma(n) + 1, Math.log(factorial) + 1, 1e-14, String(n));
    factorial *= n;
  }
  expectClose(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
  for (const x of [0, -1, none]) expect(logGamma(x)).toBeNaN();
  expect(logGamma(infinity)).toBe(infinity);
});

test("Stirling's error joins up at 16 and is what is left of a factorial; the deviance has no seam either", () => {
  const direct = (z: number) =>
    logGamma(z + 1) - (z + 0.5) * Math.log(z) + z - Math.log(2 * Math.PI) / 2;
  for (const z of [1, 4, 15, 15.9, 16, 17, 30]) {
    expect(Math.abs(stirlingError(z) - direct(z)), String(z)).toBeLessThan(4e-14);
  }
  // 30-digit values.
  expectClose(stirlingError(16) * 1e3, 5.20765591960964, 1e-12);
  expectClose(stirlingError(20) * 1e3, 4.166319691992, 1e-11);
  for (const [x, mean] of [
    [3, 3.0001],
    [10, 12.2],
    [10, 12.3],
    [5, 5],
    [2, 9],
    [0, 4],
  ] as const) {
    const expected = (x === 0 ? 0 : x * Math.log(x / mean)) + mean - x;
    expect(Math.abs(deviance(x, mean) - expected), `${x} ${mean}`).toBeLessThan(1e-14 * (1 + mean));
  }
});

test("roots are found to the last digits, at an end and within few evaluations", () => {
  const count = (f: (x: number) => number, low: number, high: number) => {
    let calls = 0;
    const root = findRoot(
      (x) => {
        calls++;
        return f(x);
      },
      low,
      high,
    );
    return { root, calls };
  };
  const cubic = count((x) => x ** 3 - 2, 0, 4);
  expectClose(cubic.root, Math.cbrt(2), 1e-15);
  expect(cubic.calls).toBeLessThan(20);
  const steep = count((x) => Math.exp(x) - 1e10, 0, 100);
  expectClose(steep.root, 10 * Math.LN10, 1e-15);
  expect(steep.calls).toBeLessThan(40);
  const flat = count((x) => (x - 1) ** 9, -3, 4);
  expectClose(flat.root, 1, 1e-3);
  expect(count((x) => x, 0, 1).root).toBe(0);
  expect(count((x) => x - 1, 0, 1).root).toBe(1);
  expect(count((x) => x - 0.5, 0, 1)).toEqual({ root: 0.5, calls: 3 });
  const step = count((x) => (x < 0.3 ? -1 : 1), 0, 1);
  expectClose(step.root, 0.3, 1e-14);
  expect(step.calls).toBeLessThan(70);
});
