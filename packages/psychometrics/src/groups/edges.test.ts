import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { groupIcc } from "./group-icc.ts";
import { groupMeans } from "./group-means.ts";
import { shrunkenMean } from "./shrunken-mean.ts";

test("missing ratings are left out with their groups", () => {
  const values = [1, 2, 4, 5, 7];
  const group = ["a", "a", "b", "b", "b"];
  const gap = groupIcc([...values, Number.NaN, Number.POSITIVE_INFINITY], [...group, "a", "c"]);
  expect(gap).toEqual(groupIcc(values, group));
  expect(gap).toMatchObject({ n: 5, groups: 2, level: 0.95 });
});

test("one rating more than groups is enough", () => {
  expect(groupIcc([1, 2, 5], ["a", "a", "b"])).toMatchObject({ n: 3, df1: 1, df2: 1 });
});

test("ratings that agree but for rounding agree, at any distance from zero", () => {
  const third = 1 / 3;
  const jittered = [third, third + 1e-16, 2 * third, 2 * third - 1e-16];
  expect(groupIcc(jittered, ["a", "a", "b", "b"])?.icc1).toBe(1);
  const far = [1e6 + 0.1, 1e6 + 0.1, 1e6 + 0.3, 1e6 + 0.3].map((v, i) => v + (i % 2) * 1e-10);
  expect(groupIcc(far, ["a", "a", "b", "b"])?.icc1).toBe(1);
  const still = [0.1, 0.1, 0.1, 0.1 + 1e-17, 0.1, 0.1].map((v) => 10 * v);
  expect(groupIcc(still, ["a", "a", "a", "b", "b", "b"])).toBeNull();
  // But small differences about zero are differences.
  const small = groupIcc([1e-20, 3e-20, -2e-20, -5e-20], ["a", "a", "b", "b"]);
  expect(small?.f).toBeGreaterThan(1);
});

test("a group's spread needs two ratings", () => {
  const { n, mean, sd } = groupMeans([3, 1, 5], [1, 0, 0], 3);
  expect([...n]).toEqual([2, 1, 0]);
  expect([...mean]).toEqual([3, 3, Number.NaN]);
  expect(sd[0]).toBeCloseTo(Math.sqrt(8), 12);
  expect([sd[1], sd[2]]).toEqual([Number.NaN, Number.NaN]);
  expect(sd).toHaveLength(3);
});

test("a shrunken mean's interval is its spread times the normal quantile", () => {
  const result = shrunkenMean([4, 5], {
    centre: 3,
    betweenVariance: 0.5,
    withinVariance: 1,
    level: 0.9,
  })!;
  expect(result).toMatchObject({ n: 2, mean: 4.5, reliability: 0.5, shrunken: 3.75, level: 0.9 });
  expectClose(result.sd, 0.5, 1e-12);
  expectClose(result.lower, 3.75 - 0.5 * normalQuantile(0.95), 1e-12);
  expectClose(result.upper, 3.75 + 0.5 * normalQuantile(0.95), 1e-12);
});
