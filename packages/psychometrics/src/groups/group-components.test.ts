import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../testing/brute-force-reml.ts";
import { expectClose } from "../../testing/close.ts";
import { dyestuff, dyestuff2 } from "../../testing/lme4-examples.ts";
import { oracle } from "../../testing/oracle.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { chiSquareQuantile } from "../distributions/chi-square-quantile.ts";
import { fQuantile } from "../distributions/f-quantile.ts";
import { cholesky, choleskyInverse } from "../linear/cholesky.ts";
import { type GroupComponents, groupComponents } from "./group-components.ts";
import { groupIcc } from "./group-icc.ts";

test("dyestuff: lme4's REML and ML variances, criterion, AIC and BIC", () => {
  const reml = groupComponents(dyestuff.values, dyestuff.batch)!;
  expectClose(reml.between.variance, 1764.05, 1e-12);
  expectClose(reml.within.variance, 2451.25, 1e-12);
  expectClose(reml.deviance, 319.65427684225216, 1e-12);
  expectClose(reml.mean.estimate, 1527.5, 1e-12);
  // lme4's printed standard error.
  expectClose(reml.mean.standardError, 19.38, 3e-4);
  const ml = groupComponents(dyestuff.values, dyestuff.batch, { method: "ml" })!;
  expectClose(ml.between.sd, 37.26034462135931, 1e-7);
  expectClose(ml.within.sd, 49.510099986291145, 1e-8);
  expectClose(ml.deviance, 327.3270598811428, 1e-12);
  expectClose(ml.logLikelihood, -327.3270598811428 / 2, 1e-12);
  expectClose(ml.aic, 333.3270598811394, 1e-12);
  expectClose(ml.bic, 337.5306520261259, 1e-12);
  expectClose(ml.mean.standardError, 17.69455188898009, 1e-6);
});

test("dyestuff2: lme4's variance of 0, and an interval that starts there", () => {
  const reml = groupComponents(dyestuff2.values, dyestuff2.batch, { level: 0.9 })!;
  expect(reml.between).toMatchObject({ variance: 0, sd: 0, lower: 0, atZero: true });
  expect(reml.between.standardError).toBeGreaterThan(0);
  expect(reml.between.upper).toBeGreaterThan(0);
  expectClose(reml.within.sd, 3.715684, 1e-6);
  expectClose(reml.deviance, 161.8283, 1e-6);
  expect(reml).toMatchObject({ icc1: 0, icc1Lower: 0, icc2: 0, icc2Lower: 0 });
  expect(reml.icc1Upper).toBeGreaterThan(0.2);
  const ml = groupComponents(dyestuff2.values, dyestuff2.batch, { method: "ml" })!;
  expect(ml.between.variance).toBe(0);
  expectClose(ml.within.sd, 3.653231351374652, 1e-12);
  expectClose(ml.deviance, 162.87303665382575, 1e-12);
  expectClose(ml.mean.standardError, 0.6669857396443261, 1e-12);
});

test("2,042 soldiers in 49 companies of many sizes: nlme's REML", () => {
  const soldiers = oracle("multilevel_lq2002");
  const expected = soldiers.expected("lme_reml_lead_mean");
  const lead = Array.from({ length: 11 }, (_, i) => `LEAD${String(i + 1).padStart(2, "0")}`);
  const means = soldiers.rows(lead).map((row) => row.reduce((a, b) => a + b, 0) / row.length);
  const found = groupComponents(means, soldiers.numbers("COMPID"))!;
  expect(found).toMatchObject({ n: 2042, groups: 49, method: "reml" });
  expectClose(found.mean.estimate, expected.fixef, 1e-7);
  expectClose(found.mean.standardError, expected.se, 1e-4);
  expectClose(found.between.variance, expected.var_group, 1e-4);
  expectClose(found.within.variance, expected.var_resid, 1e-4);
  expectClose(found.deviance, expected.reml, 1e-9);
});

const rating = fc.integer({ min: 1, max: 7 });

test("groups of one size: the analysis of variance, its ICCs and their intervals, wherever it leaves something between groups", () => {
  fc.assert(
    fc.property(
      fc
        .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
        .chain(([groups, size]) =>
          fc.array(fc.array(rating, { minLength: size, maxLength: size }), {
            minLength: groups,
            maxLength: groups,
          }),
        ),
      (rows) => {
        const group = rows.flatMap((row, g) => row.map(() => g));
        const icc = groupIcc(rows.flat(), group);
        const found = groupComponents(rows.flat(), group);
        if (icc === null || icc.msWithin === 0) {
          if (icc === null) expect(found).toBeNull();
          else expect(found).toMatchObject({ icc1: 1, deviance: null });
          return;
        }
        const { n0, msBetween, msWithin } = icc;
        const own = found as GroupComponents;
        if (msBetween <= msWithin) {
          const total = (msBetween * icc.df1 + msWithin * icc.df2) / (icc.n - 1);
          expectClose(own.within.variance, total, 1e-12);
          expect(own.between.variance).toBe(0);
        } else {
          const between = (msBetween - msWithin) / n0;
          expect(Math.abs(own.between.variance - between)).toBeLessThan(1e-10 * msBetween);
          expectClose(own.within.variance, msWithin, 1e-10);
          expect(Math.abs(own.icc1 - icc.icc1)).toBeLessThan(1e-10);
          expect(Math.abs(own.icc2 - icc.icc2)).toBeLessThan(1e-9);
          // Large-sample errors of Searle, Casella and McCulloch (1992, p. 255), with one group less for REML.
          const [a, n] = [icc.groups, n0];
          const error = (2 / n ** 2) * (msBetween ** 2 / (a - 1) + msWithin ** 2 / (a * (n - 1)));
          expectClose(own.between.standardError, Math.sqrt(error), 1e-8);
          expectClose(own.within.standardError, msWithin * Math.sqrt(2 / (a * (n - 1))), 1e-8);
        }
        for (const [mine, theirs] of [
          [own.icc1Lower, icc.icc1Lower],
          [own.icc1Upper, icc.icc1Upper],
          [own.icc2Lower, icc.icc2Lower],
          [own.icc2Upper, icc.icc2Upper],
        ] as const) {
          expect(Math.abs(mine - Math.max(0, theirs))).toBeLessThan(1e-9);
        }
      },
    ),
    { numRuns: 80 },
  );
});

const unequal = fc.array(fc.array(rating, { minLength: 1, maxLength: 6 }), {
  minLength: 2,
  maxLength: 7,
});

test.each(["reml", "ml"] as const)(
  "unequal groups, %s: the likelihood of the textbook, and nowhere higher",
  (method) => {
    fc.assert(
      fc.property(unequal, (rows) => {
        const values = rows.flat();
        const group = rows.flatMap((row, g) => row.map(() => g));
        const found = groupComponents(values, group, { method });
        if (found === null || found.deviance === null) return;
        const n = values.length;
        const at = (between: number, within: number) => {
          const theta = [between, within];
          const ones = values.map(() => 1);
          const brute = bruteForce(
            values,
            values.map(() => [1]),
            [group],
            theta,
            ones,
          );
          // ML's is without the determinant of X'V^-1 X, and counts a degree of freedom more.
          const precision = 1 / brute.betaCovariance[0];
          const ml = brute.deviance - Math.log(precision) + Math.log(2 * Math.PI);
          return { ...brute, deviance: method === "reml" ? brute.deviance : ml };
        };
        const [between, within] = [found.between.variance, found.within.variance];
        const best = at(between, within);
        expectClose(found.deviance, best.deviance, 1e-9);
        expectClose(found.mean.estimate, best.beta[0]!, 1e-9);
        expectClose(found.mean.standardError, Math.sqrt(best.betaCovariance[0]!), 1e-9);
        for (const share of [0, 0.01, 0.2, 0.5, 0.9, 1.1, 2, 10]) {
          for (const other of [0.9, 1, 1.1]) {
            const moved = at(share * (between + 0.01), other * within);
            expect(moved.deviance).toBeGreaterThan(
              best.deviance - 1e-8 * Math.abs(best.deviance) - 1e-8,
            );
          }
        }
        expect(found.aic).toBe((found.deviance as number) + 6);
        expect(found.bic).toBe((found.deviance as number) + 3 * Math.log(n));
      }),
      { numRuns: 60 },
    );
  },
);

test("standard errors come from the expected information, by its definition", () => {
  const group = ["a", "a", "a", "b", "b", "c", "d", "d", "d", "d"];
  const values = [1, 2, 4, 5, 7, 9, 2, 3, 1, 4];
  const n = values.length;
  for (const method of ["reml", "ml"] as const) {
    const found = groupComponents(values, group, { method })!;
    const [between, within] = [found.between.variance, found.within.variance];
    const same = group.map((g) => group.map((h) => (g === h ? 1 : 0)));
    const v = Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return between * same[i]![j]! + (i === j ? within : 0);
    });
    const inverse = choleskyInverse(cholesky(v, n)!, n);
    const rows = Array.from({ length: n }, (_, i) =>
      inverse.subarray(i * n, i * n + n).reduce((a, b) => a + b, 0),
    );
    const whole = rows.reduce((a, b) => a + b, 0);
    const p = (i: number, j: number) =>
      inverse[i * n + j]! - (method === "reml" ? (rows[i]! * rows[j]!) / whole : 0);
    const times = (part: (i: number, j: number) => number) =>
      Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += p(i, k) * part(k, j);
          return sum;
        }),
      );
    const parts = [times((i, j) => same[i]![j]!), times((i, j) => (i === j ? 1 : 0))];
    const trace = (a: number[][], b: number[][]) =>
      a.reduce((sum, row, i) => sum + row.reduce((s, x, j) => s + x * b[j]![i]!, 0), 0);
    const information = parts.flatMap((a) => parts.map((b) => trace(a, b) / 2));
    const covariance = choleskyInverse(cholesky(Float64Array.from(information), 2)!, 2);
    expectClose(found.between.standardError, Math.sqrt(covariance[0]!), 1e-9);
    expectClose(found.within.standardError, Math.sqrt(covariance[3]!), 1e-9);
  }
});

test("dyestuff: Tukey's and Williams's interval between batches, chi-square's within", () => {
  // Mean squares 11271.5 and 2451.25 on 5 and 24 degrees of freedom, batches of five.
  const { between, within } = groupComponents(dyestuff.values, dyestuff.batch, { level: 0.9 })!;
  const [ssb, ssw, f] = [5 * 11271.5, 24 * 2451.25, 11271.5 / 2451.25];
  const end = (p: number) => (ssb * (1 - fQuantile(p, 5, 24) / f)) / (5 * chiSquareQuantile(p, 5));
  expectClose(between.lower, end(0.95), 1e-10);
  expectClose(between.upper, end(0.05), 1e-10);
  expectClose(within.lower, ssw / chiSquareQuantile(0.95, 24), 1e-12);
  expectClose(within.upper, ssw / chiSquareQuantile(0.05, 24), 1e-12);
});

test("intervals hold the true ICC and variances as often as they say, in groups of very unequal sizes", () => {
  const random = seededRandom(5);
  const sizes = [2, 2, 3, 3, 4, 5, 8, 25];
  const group = sizes.flatMap((size, g) => new Array<number>(size).fill(g));
  let [inside, between, within] = [0, 0, 0];
  const runs = 600;
  for (let run = 0; run < runs; run++) {
    const effects = sizes.map(() => Math.sqrt(0.4) * random.normal());
    const values = group.map((g) => effects[g]! + Math.sqrt(0.6) * random.normal());
    const found = groupComponents(values, group, { level: 0.9 })!;
    const holds = ({ lower, upper }: { lower: number; upper: number | null }, truth: number) =>
      lower <= truth && truth <= (upper as number);
    if (holds({ lower: found.icc1Lower, upper: found.icc1Upper }, 0.4)) inside++;
    if (holds(found.between, 0.4)) between++;
    if (holds(found.within, 0.6)) within++;
  }
  // Binomial error of the share is .012.
  expect(Math.abs(inside / runs - 0.9)).toBeLessThan(0.04);
  expect(Math.abs(within / runs - 0.9)).toBeLessThan(0.04);
  expect(between / runs).toBeGreaterThan(0.87);
  expect(between / runs).toBeLessThan(0.96);
});

test("no two groups, no group of two, no variance: null; variance between groups alone: both ICCs 1", () => {
  expect(groupComponents([], [])).toBeNull();
  expect(groupComponents([1, 2, 3], ["a", "a", "a"])).toBeNull();
  expect(groupComponents([1, 2, 3], ["a", "b", "c"])).toBeNull();
  expect(groupComponents([0.1, 0.1, 0.1], ["a", "a", "b"])).toBeNull();
  const still = groupComponents([0.1, 0.1, 0.7, 0.7, 0.7, 0.4], ["a", "a", "b", "b", "b", "c"])!;
  expectClose(still.between.variance, 0.09, 1e-12);
  expectClose(still.between.standardError, 0.09, 1e-12);
  expectClose(still.between.lower, 0.18 / chiSquareQuantile(0.975, 2), 1e-12);
  expect(still).toMatchObject({ icc1: 1, icc2Lower: 1, deviance: null, aic: null });
  expect(still.within).toMatchObject({ variance: 0, atZero: true });
  const gap = groupComponents([1, 2, Number.NaN, 4, 6], ["a", "a", "a", "b", "b"]);
  expect(gap).toEqual(groupComponents([1, 2, 4, 6], ["a", "a", "b", "b"]));
  expect(() => groupComponents([1], [])).toThrow(RangeError);
});

test("a likelihood with two peaks: the higher one is taken, whether it is the one at 0 or not", () => {
  // Values a point above and below each group's mean in turn.
  const layout = (groups: [size: number, mean: number][]) => ({
    values: groups.flatMap(([size, mean]) =>
      Array.from({ length: size }, (_, i) => mean + (size === 1 ? 0 : i % 2 ? 1 : -1)),
    ),
    group: groups.flatMap(([size], g) => new Array<number>(size).fill(g)),
  });
  const ml = ([values, group]: [number[], number[]], between: number, within: number) => {
    const ones = values.map(() => 1);
    const brute = bruteForce(
      values,
      values.map(() => [1]),
      [group],
      [between, within],
      ones,
    );
    return brute.deviance + Math.log(brute.betaCovariance[0]!) + Math.log(2 * Math.PI);
  };
  const low = layout([
    [2, 2.5],
    [2, 0.75],
    [62, 0.5],
  ]);
  const atZero = groupComponents(low.values, low.group, { method: "ml" })!;
  expect(atZero.between.variance).toBe(0);
  // The other peak, at a ratio of about .334, is lower by a tenth.
  const within = atZero.within.variance * 0.97;
  expect(ml([low.values, low.group], 0.334 * within, within)).toBeGreaterThan(
    (atZero.deviance as number) + 0.1,
  );
  const high = layout([
    [2, 0],
    [1, 8.5],
    [67, 0],
  ]);
  const apart = groupComponents(high.values, high.group, { method: "ml" })!;
  expect(apart.between.variance / apart.within.variance).toBeGreaterThan(10);
  const none = high.values.reduce((sum, v) => sum + v * v, 0) / 70;
  expect(ml([high.values, high.group], 0, none)).toBeGreaterThan((apart.deviance as number) + 30);
});

test("the mean's interval is its standard error times the normal quantile", () => {
  for (const values of [dyestuff.values, dyestuff.batch.map((b) => b * b)]) {
    const { mean } = groupComponents(values, dyestuff.batch, { level: 0.9 })!;
    expectClose(mean.lower, mean.estimate - 1.6448536269514722 * mean.standardError, 1e-12);
    expectClose(mean.upper, mean.estimate + 1.6448536269514722 * mean.standardError, 1e-12);
  }
});

test("groups that differ exactly as much as their members: nothing is between them, in whatever order they are summed", () => {
  const ratings = [1, 1, 2, 2, 1, 3];
  const group = [0, 0, 0, 1, 1, 1];
  for (const given of [ratings, [...ratings].reverse()]) {
    const { between, icc1, icc2 } = groupComponents(given, group)!;
    expect([between.variance, between.sd, between.atZero, icc1, icc2]).toEqual([0, 0, true, 0, 0]);
  }
});
