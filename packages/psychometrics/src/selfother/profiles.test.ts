import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { correlation } from "../describe/correlation.ts";
import { percentileRank } from "../describe/percentile-rank.ts";
import { regression } from "../drivers/regression.ts";
import { trueScore } from "../reliability/true-score.ts";
import { polynomialAgreement } from "./polynomial-agreement.ts";
import { profileAgreement } from "./profile-agreement.ts";

test("profiles: shape is the correlation, level the mean difference, D2 their sum of squares", () => {
  const self = [3, 4, 5, Number.NaN, 2];
  const others = [2, 4, 3, 3, 2];
  const result = profileAgreement(self, others);
  expect(result).toMatchObject({ n: 4, level: 0.75, d2: 5 });
  expectClose(result?.r, correlation(self, others)?.r as number, 1e-12);
  expect(profileAgreement([3, 3], [1, 2])).toMatchObject({ r: null, d2: 5 });
  expect(profileAgreement([3], [1])).toBeNull();
  expect(() => profileAgreement([1, 2], [1])).toThrow(RangeError);
});

test("surface tests find a ridge along agreement, with errors from the fit's covariances", () => {
  const random = seededRandom(4);
  const self = Array.from({ length: 400 }, () => 3 + random.normal());
  const others = self.map((s) => 0.5 * (s - 3) + 3 + random.normal());
  const outcome = self.map(
    (s, i) => 1 - 0.4 * (s - others[i]!) ** 2 + 0.3 * (others[i]! - 3) + 0.3 * random.normal(),
  );
  const result = polynomialAgreement(self, others, outcome, { midpoint: 3 })!;
  expect(Math.abs(result.agreementSlope.estimate - 0.3)).toBeLessThan(0.1);
  expect(Math.abs(result.agreementCurve.estimate)).toBeLessThan(0.1);
  expect(Math.abs(result.disagreementSlope.estimate + 0.3)).toBeLessThan(0.15);
  expect(Math.abs(result.disagreementCurve.estimate + 1.6)).toBeLessThan(0.15);
  expect(result.disagreementCurve.p).toBeLessThan(1e-6);
  // The same contrast as a coefficient of its own: with u = x + y and v = x - y the terms in u alone are the agreement
  // line.
  const turned = regression(
    outcome,
    matrixOf(
      self.map((s, i) => {
        const [u, v] = [s + others[i]! - 6, s - others[i]!];
        return [u / 2, v / 2, (u * u) / 4, (u * v) / 4, (v * v) / 4];
      }),
    ),
  )!;
  expectClose(result.agreementSlope.standardError, turned.predictors[0]!.standardError, 1e-8);
  expectClose(result.agreementCurve.t, turned.predictors[2]!.t, 1e-6);
  expectClose(result.disagreementSlope.estimate, turned.predictors[1]!.estimate, 1e-8);
  expectClose(result.disagreementCurve.standardError, turned.predictors[4]!.standardError, 1e-8);
  expect(polynomialAgreement([1, 2], [1, 2], [1, 2])).toBeNull();
});

test("percentile ranks are mid-ranks", () => {
  const attitude = oracle("attitude_chatterjee_price");
  const rating = attitude.numbers("rating");
  const expected = attitude.expected("percentile_rank_midrank_rating");
  rating.forEach((value, i) => {
    expectClose(percentileRank(value, rating)?.rank, expected[i], 1e-12);
  });
  expect(percentileRank(5, [])).toBeNull();
  expect(percentileRank(Number.NaN, [1])).toBeNull();
});

test("a true score lies between the observed one and the mean", () => {
  const score = trueScore(5, { mean: 3, sd: 1, reliability: 0.64 });
  expectClose(score.estimate, 4.28, 1e-12);
  expectClose(score.standardError, 0.48, 1e-12);
  expect(trueScore(5, { mean: 3, sd: 1, reliability: 0 })).toMatchObject({
    estimate: 3,
    standardError: 0,
  });
  expect(trueScore(5, { mean: 3, sd: 1, reliability: 1 })).toMatchObject({
    estimate: 5,
    standardError: 0,
  });
  expect(() => trueScore(5, { mean: 3, sd: 1, reliability: 2 })).toThrow(RangeError);
});
