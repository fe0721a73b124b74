import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { trueScore } from "../reliability/true-score.ts";
import { polynomialAgreement } from "./polynomial-agreement.ts";
import { profileAgreement } from "./profile-agreement.ts";
import { selfOtherCategory } from "./self-other-category.ts";
import { selfOtherGap } from "./self-other-gap.ts";

test("three others who differ have a spread of their own, two have not", () => {
  const three = selfOtherGap(5, [3, 4, 5], { pooledSd: 9, level: 0.9 })!;
  expect(three).toMatchObject({ spread: "own", n: 3, gap: 1, level: 0.9 });
  const half = tQuantile(0.95, 2) / Math.sqrt(3);
  expectClose(three.lower, 1 - half, 1e-12);
  expectClose(three.upper, 1 + half, 1e-12);
  expect(selfOtherGap(5, [3, 4])).toMatchObject({ spread: "none", lower: null });
});

test("a pooled spread of 0 or that is no number gives no interval", () => {
  for (const pooledSd of [0, Number.NaN]) {
    const gap = selfOtherGap(5, [3, 4], { pooledSd });
    expect(gap).toMatchObject({ lower: null, upper: null, spread: "none" });
  }
});

test("an interval with an open end decides nothing, one that touches 0 does not exclude it", () => {
  expect(selfOtherCategory({ gap: 1, lower: 0.5, upper: null })).toBe("undecided");
  expect(selfOtherCategory({ gap: -1, lower: null, upper: -0.5 })).toBe("undecided");
  expect(selfOtherCategory({ gap: 1, lower: 0, upper: 2 })).toBe("undecided");
  expect(selfOtherCategory({ gap: -0.5, lower: -0.9, upper: -0.1 })).toBe("hidden-strength");
  expect(selfOtherCategory({ gap: 0.5, lower: 0.1, upper: 0.9 })).toBe("blind-spot");
});

test("profiles: distance is the root mean square, a flat profile has no shape", () => {
  const profile = profileAgreement([1, 2, 5], [2, 4, 4])!;
  expect(profile).toMatchObject({ n: 3, d2: 6 });
  expectClose(profile.rms, Math.sqrt(2), 1e-12);
  expectClose(profile.r, 0.6933752452815365, 1e-12);
  expect(profileAgreement([1, 2, 3], [4, 4, 4])?.r).toBeNull();
  expect(profileAgreement([4, 4, 4], [1, 2, 3])?.r).toBeNull();
});

test("a true score's interval is its standard error times the normal quantile", () => {
  const score = trueScore(6, { mean: 4, sd: 2, reliability: 0.75 }, { level: 0.9 });
  expectClose(score.estimate, 5.5, 1e-12);
  expectClose(score.standardError, 2 * Math.sqrt(0.75 * 0.25), 1e-12);
  const half = 1.6448536269514722 * score.standardError;
  expectClose(score.lower, 5.5 - half, 1e-12);
  expectClose(score.upper, 5.5 + half, 1e-12);
  expect(trueScore(6, { mean: 4, sd: 0, reliability: 0.75 }).standardError).toBe(0);
});

test("a surface leaves out people with a gap in any of the three", () => {
  const self = [1, 2, 3, 4, 5, 2, 3, 5, 1, 4];
  const others = [2, 2, 4, 3, 4, 1, 3, 2, 5, 5];
  const outcome = [3, 4, 2, 5, 4, 3, 5, 1, 2, 4];
  const gap = polynomialAgreement(
    [...self, Number.NaN, 3, 3],
    [...others, 3, Number.NaN, 3],
    [...outcome, 3, 3, Number.NaN],
    { midpoint: 3 },
  );
  expect(gap).toEqual(polynomialAgreement(self, others, outcome, { midpoint: 3 }));
});
