import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { dyestuff } from "../../testing/lme4-examples.ts";
import { oracle } from "../../testing/oracle.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { noncentralFCdf } from "../distributions/noncentral-f-cdf.ts";
import { etaSquared, partialEtaSquared } from "./eta-squared.ts";
import { groupIcc } from "./group-icc.ts";

test("2,042 soldiers in 49 companies: R's sums of squares, F and p", () => {
  const soldiers = oracle("multilevel_lq2002");
  const expected = soldiers.expected("icc_oneway_scale_mean_tsig");
  const means = soldiers
    .rows(["TSIG01", "TSIG02", "TSIG03"])
    .map((row) => row.reduce((a, b) => a + b, 0) / row.length);
  const found = etaSquared(means, soldiers.numbers("COMPID"))!;
  expect(found).toMatchObject({ n: 2042, groups: 49, df1: 48, df2: 1993, level: 0.95 });
  const { ssb, ssw, msw } = expected;
  expectClose(found.ssBetween, ssb);
  expectClose(found.ssWithin, ssw);
  expectClose(found.f, expected.F);
  expect(Math.abs(found.p / expected.p - 1)).toBeLessThan(1e-9);
  // By their definitions: Fisher's correlation ratio, Kelley's epsilon, Hays's omega.
  expectClose(found.eta2, ssb / (ssb + ssw));
  expectClose(found.epsilon2, (ssb - 48 * msw) / (ssb + ssw));
  expectClose(found.omega2, (ssb - 48 * msw) / (ssb + ssw + msw));
});

test("the noncentralities are those of R's relevance and effectsize, and of 30-digit arithmetic", () => {
  // help(confintF), R package relevance: confintF(5, 3, 200).
  const help = partialEtaSquared(5, 3, 200).noncentrality;
  expectClose(help.lower, 2.107, 3e-4);
  expectClose(help.upper, 31.95, 3e-4);
  // By mpmath.
  expectClose(help.lower, 2.10749579085093, 1e-10);
  expectClose(help.upper, 31.94528209745317, 1e-10);
  const dyed = etaSquared(dyestuff.values, dyestuff.batch)!;
  expectClose(dyed.noncentrality.lower, 2.571418290905154, 1e-10);
  expectClose(dyed.noncentrality.upper, 46.41454352244452, 1e-10);
  expectClose(dyed.upper, 46.41454352244452 / (46.41454352244452 + 30), 1e-10);
  // effectsize 1.0.1, F_to_eta2(67.4157, 2, 57, ci = 0.95, "two.sided"), F rounded to six digits, which puts the
  // error's degrees of freedom where we put all of them and one.
  const teeth = partialEtaSquared(67.4157, 2, 57).noncentrality.upper;
  expectClose(teeth / (teeth + 57), 0.7853874, 1e-6);
});

test("partial eta squared is that of effectsize, and one-way eta squared is partial", () => {
  // tests of effectsize: F_to_eta2(4, 3, 123).
  expectClose(partialEtaSquared(4, 3, 123).eta2, 0.089, 5e-3);
  const values = [1, 3, 4, 2, 6, 7, 9, 4, 4, 8];
  const group = ["a", "a", "a", "b", "b", "b", "b", "c", "c", "c"];
  const found = etaSquared(values, group, { level: 0.9 })!;
  const icc = groupIcc(values, group)!;
  expect(found).toMatchObject(partialEtaSquared(icc.f, 2, 7, { level: 0.9 }));
});

test("an interval at .90 leaves 0 out exactly when p is below .05, and its ends are where F is just as unlikely", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 30, noNaN: true }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 60 }),
      (f, df1, df2) => {
        const { p, lower, upper, noncentrality, eta2, epsilon2, omega2 } = partialEtaSquared(
          f,
          df1,
          df2,
          { level: 0.9 },
        );
        expect(lower > 0).toBe(p < 0.05);
        expect(lower).toBeLessThanOrEqual(upper);
        expect(upper).toBeLessThan(1);
        if (lower > 0)
          expectClose(noncentralFCdf(f, df1, df2, noncentrality.lower, "upper"), 0.05, 1e-9);
        if (upper > 0) expectClose(noncentralFCdf(f, df1, df2, noncentrality.upper), 0.05, 1e-9);
        expect(epsilon2).toBeLessThanOrEqual(eta2);
        if (f > 1) expect(omega2).toBeLessThan(epsilon2);
      },
    ),
    { numRuns: 60 },
  );
});

test("the interval holds the share in the population as often as it says", () => {
  const random = seededRandom(3);
  const centres = [-0.8, 0, 0.2, 0.6];
  const spread = centres.reduce((sum, c) => sum + c * c, 0) / 4;
  const share = spread / (spread + 1);
  const group = centres.flatMap((_, g) => new Array<number>(12).fill(g));
  let inside = 0;
  const runs = 400;
  for (let run = 0; run < runs; run++) {
    const values = group.map((g) => centres[g]! + random.normal());
    const { lower, upper } = etaSquared(values, group, { level: 0.9 })!;
    if (lower <= share && share <= upper) inside++;
  }
  // Binomial error of the share is .015.
  expect(Math.abs(inside / runs - 0.9)).toBeLessThan(0.045);
});

test("edges: gaps, one group, groups of one, no variance, groups alike, nothing within them", () => {
  expect(etaSquared([1, 2, 3], ["a", "a", "a"])).toBeNull();
  expect(etaSquared([1, 2, 3], ["a", "b", "c"])).toBeNull();
  expect(etaSquared([2, 2, 2, 2], ["a", "a", "b", "b"])).toBeNull();
  expect(etaSquared([], [])).toBeNull();
  const alike = etaSquared([1, 3, 1, 3], ["a", "a", "b", "b"])!;
  expect(alike).toMatchObject({ eta2: 0, lower: 0, f: 0, p: 1 });
  expect(alike.omega2).toBeLessThan(0);
  const apart = etaSquared([1, 1, 3, 3], ["a", "a", "b", "b"])!;
  expect(apart).toMatchObject({ eta2: 1, epsilon2: 1, omega2: 1, lower: 1, upper: 1, p: 0 });
  const values = [1, 2, Number.NaN, 4, 6];
  expect(etaSquared(values, ["a", "a", "a", "b", "b"])).toEqual(
    etaSquared([1, 2, 4, 6], ["a", "a", "b", "b"]),
  );
  expect(() => etaSquared([1], [])).toThrow(RangeError);
  expect(() => partialEtaSquared(-1, 2, 3)).toThrow("F -1 with 2 and 3");
  expect(() => partialEtaSquared(1, 0, 3)).toThrow(RangeError);
});
