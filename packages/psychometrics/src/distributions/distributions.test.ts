import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { betaCdf } from "./beta-cdf.ts";
import { betaQuantile } from "./beta-quantile.ts";
import { chiSquareCdf } from "./chi-square-cdf.ts";
import { chiSquareQuantile } from "./chi-square-quantile.ts";
import { fCdf } from "./f-cdf.ts";
import { fQuantile } from "./f-quantile.ts";
import { noncentralFCdf } from "./noncentral-f-cdf.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { tCdf } from "./t-cdf.ts";
import { tQuantile } from "./t-quantile.ts";

interface Reference {
  normal: [number, number][];
  t: [number, number, number][];
  f: [number, number, number, number, number][];
  beta: [number, number, number, number][];
  chiSquare: [number, number, number, number][];
  noncentralF: [number, number, number, number, number, number][];
}

const reference = JSON.parse(
  readFileSync(new URL("../../fixtures/distributions.json", import.meta.url), "utf8"),
) as Reference;

/** Relative error, with values below 1e-280 taken as 0. */
function off(actual: number, expected: number): number {
  if (Math.abs(expected) < 1e-280) return Math.abs(actual) < 1e-270 ? 0 : 1;
  return Math.abs(actual / expected - 1);
}

test("distribution functions agree with 40-digit arithmetic to 1e-10 in both tails", () => {
  for (const [z, p] of reference.normal)
    expect(off(normalCdf(z), p), `normal ${z}`).toBeLessThan(1e-12);
  for (const [t, df, p] of reference.t)
    expect(off(tCdf(t, df), p), `t ${t} ${df}`).toBeLessThan(1e-10);
  for (const [f, df1, df2, lower, upper] of reference.f) {
    expect(off(fCdf(f, df1, df2), lower), `F ${f} ${df1} ${df2}`).toBeLessThan(1e-10);
    expect(off(fCdf(f, df1, df2, "upper"), upper), `F ${f} ${df1} ${df2}`).toBeLessThan(1e-10);
  }
  for (const [x, a, b, p] of reference.beta) {
    expect(off(betaCdf(x, a, b), p), `beta ${x} ${a} ${b}`).toBeLessThan(1e-10);
  }
  for (const [x, df, lower, upper] of reference.chiSquare) {
    expect(off(chiSquareCdf(x, df), lower), `chi2 ${x} ${df}`).toBeLessThan(1e-10);
    expect(off(chiSquareCdf(x, df, "upper"), upper), `chi2 ${x} ${df}`).toBeLessThan(1e-10);
  }
  for (const [f, df1, df2, lambda, lower, upper] of reference.noncentralF) {
    const what = `noncentral F ${f} ${df1} ${df2} ${lambda}`;
    expect(off(noncentralFCdf(f, df1, df2, lambda), lower), what).toBeLessThan(1e-10);
    expect(off(noncentralFCdf(f, df1, df2, lambda, "upper"), upper), what).toBeLessThan(1e-10);
  }
});

test("noncentral F: the central one at 0, chi-square at infinite degrees of freedom, ends and bad arguments", () => {
  expect(noncentralFCdf(2, 3, 9, 0)).toBe(fCdf(2, 3, 9));
  expect(noncentralFCdf(0, 3, 9, 5)).toBe(0);
  expect(noncentralFCdf(Number.POSITIVE_INFINITY, 3, 9, 5)).toBe(1);
  // Two degrees of freedom and a noncentrality of 1: P(x > 1) = Marcum's Q(1, 1) = .7328798...
  expect(noncentralFCdf(0.5, 2, Number.POSITIVE_INFINITY, 1, "upper")).toBeCloseTo(
    0.7328798037968204,
    12,
  );
  // Neither tail loses its way where the noncentrality is large.
  const [lower, upper] = [
    noncentralFCdf(200, 5, 900, 1000),
    noncentralFCdf(200, 5, 900, 1000, "upper"),
  ];
  expect(lower + upper).toBeCloseTo(1, 12);
  for (const bad of [
    noncentralFCdf(1, 2, 3, -1),
    noncentralFCdf(1, 0, 3, 1),
    noncentralFCdf(Number.NaN, 2, 3, 1),
    noncentralFCdf(1, 2, 3, Number.POSITIVE_INFINITY),
  ]) {
    expect(bad).toBeNaN();
  }
});

test("quantiles undo the distribution functions to 1e-10", () => {
  // Only where p says as much as the point does: p near 1 has already lost the digits.
  const usable = (p: number) => p > 1e-250 && p < 0.999;
  for (const [z, p] of reference.normal) {
    if (usable(p) && z !== 0) expect(off(normalQuantile(p), z), `normal ${z}`).toBeLessThan(1e-10);
  }
  for (const [t, df, p] of reference.t) {
    if (usable(p) && Math.abs(t) > 0.01)
      expect(off(tQuantile(p, df), t), `t ${t} ${df}`).toBeLessThan(1e-10);
  }
  for (const [f, df1, df2, p] of reference.f) {
    if (usable(p))
      expect(off(fQuantile(p, df1, df2), f), `F ${f} ${df1} ${df2}`).toBeLessThan(1e-10);
  }
  for (const [x, a, b, p] of reference.beta) {
    if (usable(p)) expect(off(betaQuantile(p, a, b), x), `beta ${x} ${a} ${b}`).toBeLessThan(1e-10);
  }
  for (const [x, df, p] of reference.chiSquare) {
    if (usable(p)) expect(off(chiSquareQuantile(p, df), x), `chi2 ${x} ${df}`).toBeLessThan(1e-10);
  }
});

test("ends, infinite degrees of freedom and bad arguments are decided", () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(tQuantile(0.5, 4)).toBe(0);
  expect(tQuantile(1, 4)).toBe(Number.POSITIVE_INFINITY);
  expect(fQuantile(1, 2, 3)).toBe(Number.POSITIVE_INFINITY);
  expect(chiSquareQuantile(0, 2)).toBe(0);
  expect(betaQuantile(1, 2, 3)).toBe(1);
  expect(tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  expect(tCdf(1.2, Number.POSITIVE_INFINITY)).toBe(normalCdf(1.2));
  expect(tCdf(Number.NEGATIVE_INFINITY, 3)).toBe(0);
  expect(fCdf(2, 3, Number.POSITIVE_INFINITY)).toBeCloseTo(chiSquareCdf(6, 3), 14);
  expect(fCdf(-1, 3, 4)).toBe(0);
  for (const bad of [
    tCdf(1, 0),
    tQuantile(1.1, 3),
    fCdf(1, 0, 2),
    fQuantile(0.5, -1, 2),
    betaCdf(0.5, 0, 1),
  ]) {
    expect(bad).toBeNaN();
  }
  expect(betaQuantile(0.5, 0, 1)).toBeNaN();
  expect(chiSquareCdf(1, 0)).toBeNaN();
  expect(chiSquareQuantile(-0.1, 2)).toBeNaN();
  expect(normalQuantile(Number.NaN)).toBeNaN();
});
