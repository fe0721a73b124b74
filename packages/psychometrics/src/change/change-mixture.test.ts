import { describe, expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { normalCdf } from "../distributions/normal-cdf.ts";
import { claimLevel, falseChangeRate, fitChangeMixture } from "./change-mixture.ts";

const beforehand = [
  { sd: 0.01, weight: 0.5 },
  { sd: 0.3, weight: 0.3 },
  { sd: 1, weight: 0.2 },
];

describe("the false rate of one change", () => {
  test("with one normal prior it is the posterior's tail: mean s2 / (s2 + e2) d, variance s2 e2 / (s2 + e2)", () => {
    const [change, standardError, sd] = [0.8, 0.4, 0.6];
    const share = sd ** 2 / (sd ** 2 + standardError ** 2);
    const tail = normalCdf((0.1 - share * change) / Math.sqrt(share * standardError ** 2));
    const mixture = [{ sd, weight: 1 }];
    expectClose(falseChangeRate({ change, standardError }, mixture, 0.1), tail, 1e-12);
    expectClose(falseChangeRate({ change: -change, standardError }, mixture, 0.1), tail, 1e-12);
  });

  test("falls as the change grows and as its error shrinks, and is 1 where none are true", () => {
    const rate = (change: number, standardError: number) =>
      falseChangeRate({ change, standardError }, beforehand, 0.1);
    const sizes = [0, 0.2, 0.4, 0.8, 1.6].map((change) => rate(change, 0.3));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(rate(0.8, 0.2)).toBeLessThan(rate(0.8, 0.4));
    const none = [{ sd: 0, weight: 1 }];
    expect(falseChangeRate({ change: 3, standardError: 0.3 }, none, 0.1)).toBe(1);
  });
});

describe("the spread of true changes", () => {
  /** Of a thousand, a share truly changed, by a normal amount. */
  const seen = (share: number, sd: number, seed = 7) => {
    const random = seededRandom(seed);
    return Array.from({ length: 1_000 }, () => ({
      change: (random.uniform() < share ? sd * random.normal() : 0) + 0.2 * random.normal(),
      standardError: 0.2,
    }));
  };

  test("is found from what was seen", () => {
    const found = fitChangeMixture(seen(0.4, 1), { beforehand, worth: 10 });
    expectClose(
      found.reduce((sum, { weight }) => sum + weight, 0),
      1,
      1e-9,
    );
    expect(Math.abs(found[2]!.weight - 0.4)).toBeLessThan(0.08);
    const none = fitChangeMixture(seen(0, 1), { beforehand, worth: 10 });
    expect(none[2]!.weight).toBeLessThan(0.02);
  });

  test("stays near what is thought beforehand where little was seen", () => {
    expect(fitChangeMixture([], { beforehand, worth: 10 })).toEqual(beforehand);
    const few = fitChangeMixture(seen(1, 1).slice(0, 3), { beforehand, worth: 100 });
    for (const [at, { weight }] of few.entries())
      expect(Math.abs(weight - beforehand[at]!.weight)).toBeLessThan(0.03);
  });

  test("makes claims that are false as often as their rates say", () => {
    const random = seededRandom(2);
    const changes = Array.from({ length: 4_000 }, () => {
      const truth = random.uniform() < 0.3 ? 0.5 * random.normal() : 0;
      return { truth, change: truth + 0.25 * random.normal(), standardError: 0.25 };
    });
    const mixture = fitChangeMixture(changes, { beforehand, worth: 20 });
    const rates = changes.map((each) => falseChangeRate(each, mixture, 0.1));
    const level = claimLevel(rates, 0.1);
    const claimed = changes.filter((_, at) => rates[at]! <= level);
    const wrong = claimed.filter(({ truth, change }) => truth * Math.sign(change) < 0.1).length;
    expect(claimed.length).toBeGreaterThan(100);
    expect(wrong / claimed.length).toBeGreaterThan(0.06);
    expect(wrong / claimed.length).toBeLessThan(0.13);
  });

  test("needs something to begin with", () => {
    expect(() => fitChangeMixture([], { beforehand: [], worth: 1 })).toThrow(RangeError);
    expect(() => fitChangeMixture([], { beforehand, worth: 0 })).toThrow(RangeError);
  });
});

test("claims go as far as the mean of their false rates allows", () => {
  // .01; (.01 + .05) / 2 = .03; (.01 + .05 + .09) / 3 = .05; with .3 it would be .1125.
  expect(claimLevel([0.3, 0.05, 0.01, 0.09], 0.05)).toBe(0.09);
  expect(claimLevel([0.3, 0.05, 0.01, 0.09], 0.04)).toBe(0.05);
  expect(claimLevel([0.2, 0.3], 0.05)).toBe(0);
  expect(claimLevel([], 0.05)).toBe(0);
});
