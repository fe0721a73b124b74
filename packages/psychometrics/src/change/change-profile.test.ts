import { describe, expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { normalCdf } from "../distributions/normal-cdf.ts";
import type { ChangeProfile, TrueChanges } from "./change-profile.ts";
import { claimLevel } from "./claim-level.ts";
import { judgeProfile } from "./false-change-rate.ts";
import { fitTrueChanges, fitTrueChangesInSteps } from "./fit-true-changes.ts";

const one = (sd: number) => [{ sd, weight: 1 }];
const profile = (changes: number[], standardError = 0.3, common = 0.2): ChangeProfile => ({
  common,
  changes: changes.map((change) => ({ change, standardError })),
});

describe("the false rate of one change", () => {
  test("of one thing alone, with normal priors, is the tail of a normal posterior", () => {
    const [change, own, common, single, together] = [0.8, 0.3, 0.2, 0.6, 0.1];
    const truth: TrueChanges = { together: one(together), single: one(single) };
    // Truth = single + together; seen = truth + common noise + own noise: a plain regression.
    const signal = single ** 2 + together ** 2;
    const share = signal / (signal + own ** 2 + common ** 2);
    const tail = normalCdf((0.1 - share * change) / Math.sqrt(signal * (1 - share)));
    const judge = judgeProfile(profile([change], own, common), truth, { least: 0.1 });
    expectClose(judge.one(0), tail, 1e-6);
    expectClose(judge.mean(), tail, 1e-6);
    expectClose(judge.one(0, -change), tail, 1e-6);
  });

  test("of three things, with normal priors, is that of the regression on all three", () => {
    const changes = [0.9, 0.1, -0.2];
    const [own, common, single, together] = [0.3, 0.4, 0.5, 0.2];
    const truth: TrueChanges = { together: one(together), single: one(single) };
    // Covariance of what was seen: a on the diagonal besides b everywhere; (aI + bJ)^-1 = (I - b / (a + 3b) J) / a
    // (Sherman and Morrison 1950).
    const a = single ** 2 + own ** 2;
    const b = common ** 2 + together ** 2;
    const solve = (v: number[]) => {
      const sum = v.reduce((all, each) => all + each, 0);
      return v.map((each) => (each - (b / (a + 3 * b)) * sum) / a);
    };
    const target = [single ** 2 + together ** 2, together ** 2, together ** 2];
    const weights = solve(target);
    const mean = weights.reduce((sum, weight, at) => sum + weight * changes[at]!, 0);
    const variance =
      single ** 2 +
      together ** 2 -
      weights.reduce((sum, weight, at) => sum + weight * target[at]!, 0);
    const judge = judgeProfile(profile(changes, own, common), truth, { least: 0.1 });
    expectClose(judge.one(0), normalCdf((0.1 - mean) / Math.sqrt(variance)), 1e-6);
    const whole = Array(3).fill(together ** 2 + single ** 2 / 3);
    const means = solve(whole);
    const centre = means.reduce((sum, weight, at) => sum + weight * changes[at]!, 0);
    const left =
      together ** 2 +
      single ** 2 / 3 -
      means.reduce((sum, weight, at) => sum + weight * whole[at]!, 0);
    expectClose(judge.mean(), normalCdf((0.1 - centre) / Math.sqrt(left)), 1e-6);
  });

  const mixture: TrueChanges = {
    together: [
      { sd: 0.01, weight: 0.8 },
      { sd: 0.4, weight: 0.2 },
    ],
    single: [
      { sd: 0.01, weight: 0.6 },
      { sd: 0.5, weight: 0.4 },
    ],
  };

  test("falls as the change grows, and rises where everything else moved with it", () => {
    const judge = judgeProfile(profile([0.5, 0, 0, 0, 0], 0.15, 0.3), mixture, { least: 0.1 });
    const rates = [0.1, 0.3, 0.5, 0.9, 1.5].map((change) => judge.one(0, change));
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
    const moved = judgeProfile(profile([0.5, 0.4, 0.4, 0.5, 0.4], 0.15, 0.3), mixture, {
      least: 0.1,
    });
    expect(moved.one(0)).toBeGreaterThan(judge.one(0) + 0.1);
    // The mean of what moved is .44, of the other .1: with so strict or mild raters hardly more sure.
    expect(moved.mean()).toBeLessThan(0.6);
  });

  test("as if it had been another is what it is where it was", () => {
    const judge = (first: number) =>
      judgeProfile(profile([first, 0.2, -0.1, 0.3], 0.2, 0.3), mixture, { least: 0.1 });
    expectClose(judge(0).one(0, 0.7), judge(0.7).one(0), 1e-9);
    const shifted = judgeProfile(profile([0.5, 0.7, 0.4, 0.8], 0.2, 0.3), mixture, { least: 0.1 });
    expectClose(judge(0).mean(0.5), shifted.mean(), 1e-9);
    expect(() => judge(0).one(4)).toThrow(RangeError);
  });
});

const beforehand: TrueChanges = {
  together: [
    { sd: 0.01, weight: 0.7 },
    { sd: 0.5, weight: 0.3 },
  ],
  single: [
    { sd: 0.01, weight: 0.5 },
    { sd: 0.3, weight: 0.3 },
    { sd: 1, weight: 0.2 },
  ],
};
const worth = { together: 5, single: 10 };

/** Profiles in which a share of the six things truly changed, and a share of the persons in everything. */
function seen(share: number, whole: number, seed = 7, n = 200) {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => {
    const together = random.uniform() < whole ? 0.5 * random.normal() : 0;
    const strict = 0.2 * random.normal();
    const truth = Array.from(
      { length: 6 },
      () => together + (random.uniform() < share ? random.normal() : 0),
    );
    return {
      truth,
      ...profile(
        truth.map((each) => each + strict + 0.2 * random.normal()),
        0.2,
        0.2,
      ),
    };
  });
}

describe("how true changes are spread", () => {
  test("is found from what was seen, the common part apart from single ones", () => {
    const single = fitTrueChanges(seen(0.4, 0), { beforehand, worth });
    expect(Math.abs(single.single[2]!.weight - 0.4)).toBeLessThan(0.08);
    expect(single.together[1]!.weight).toBeLessThan(0.12);
    const whole = fitTrueChanges(seen(0, 0.6), { beforehand, worth });
    expect(whole.single[2]!.weight).toBeLessThan(0.03);
    expect(whole.together[1]!.weight).toBeGreaterThan(0.4);
    for (const found of [single, whole])
      for (const mixture of [found.single, found.together])
        expectClose(
          mixture.reduce((sum, { weight }) => sum + weight, 0),
          1,
          1e-9,
        );
  });

  test("stays near what is thought beforehand where little was seen", () => {
    expect(fitTrueChanges([], { beforehand, worth })).toEqual(beforehand);
    const few = fitTrueChanges(seen(1, 0).slice(0, 1), {
      beforehand,
      worth: { together: 50, single: 300 },
    });
    for (const [at, { weight }] of few.single.entries())
      expect(Math.abs(weight - beforehand.single[at]!.weight)).toBeLessThan(0.03);
  });

  test("is said as well by an even part of many", () => {
    const all = seen(0.3, 0.2, 5, 200);
    const part = fitTrueChanges(all, { beforehand, worth, most: 80 });
    const whole = fitTrueChanges(all, { beforehand, worth });
    expect(Math.abs(part.single[2]!.weight - whole.single[2]!.weight)).toBeLessThan(0.07);
  });

  test("is the same in steps", () => {
    const all = seen(0.3, 0.2, 4, 60);
    const steps = fitTrueChangesInSteps(all, { beforehand, worth });
    let count = 0;
    let step = steps.next();
    while (!step.done) {
      count++;
      step = steps.next();
    }
    expect(step.value).toEqual(fitTrueChanges(all, { beforehand, worth }));
    expect(count).toBeGreaterThan(10);
  });

  test("makes claims that are false as often as their rates say", () => {
    const all = seen(0.3, 0.1, 3, 200);
    const truth = fitTrueChanges(all, { beforehand, worth });
    const rates = all.flatMap((each) => {
      const judge = judgeProfile(each, truth, { least: 0.1 });
      return each.changes.map((_, at) => judge.one(at));
    });
    const level = claimLevel(rates, 0.1);
    const claimed = all
      .flatMap(({ truth: own, changes }) =>
        own.map((amount, at) => amount * Math.sign(changes[at]!.change)),
      )
      .filter((_, at) => rates[at]! <= level);
    const wrong = claimed.filter((amount) => amount < 0.1).length;
    expect(claimed.length).toBeGreaterThan(100);
    expect(wrong / claimed.length).toBeGreaterThan(0.07);
    expect(wrong / claimed.length).toBeLessThan(0.13);
  });

  test("needs something to begin with, and noise", () => {
    const none = { together: [], single: [] };
    expect(() => fitTrueChanges([], { beforehand: none, worth })).toThrow(RangeError);
    const zero = { together: 0, single: 1 };
    expect(() => fitTrueChanges([], { beforehand, worth: zero })).toThrow(RangeError);
    expect(() => fitTrueChanges([profile([1], 0)], { beforehand, worth })).toThrow(RangeError);
    expect(() => fitTrueChanges([profile([1], 1, 0)], { beforehand, worth })).toThrow(RangeError);
  });
});

test("claims go as far as the mean of their false rates allows", () => {
  // .01; (.01 + .05) / 2 = .03; (.01 + .05 + .09) / 3 = .05; with .3 it would be .1125.
  expect(claimLevel([0.3, 0.05, 0.01, 0.09], 0.05)).toBe(0.09);
  expect(claimLevel([0.3, 0.05, 0.01, 0.09], 0.04)).toBe(0.05);
  expect(claimLevel([0.2, 0.3], 0.05)).toBe(0);
  expect(claimLevel([], 0.05)).toBe(0);
});
