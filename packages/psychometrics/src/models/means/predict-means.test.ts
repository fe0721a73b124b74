import { describe, expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { type SeededRandom, seededRandom } from "../../data/seeded-random.ts";
import { fitCrossedModel } from "../crossed/fit-crossed-model.ts";
import { betweenRatees } from "./between-ratees.ts";
import type { ObservedMean } from "./observed-mean.ts";
import { predictMeans } from "./predict-means.ts";
import { predictOne } from "./predict-one.ts";

type Rating = { ratee: number; rater: number; value: number };

/** Ratees of a known standing, each rated by some raters of a known leniency. */
function ratings(
  random: SeededRandom,
  { ratees = 30, raters = 40, each = 6, between = 0.5, leniency = 0.4, residual = 0.5 },
) {
  const standing = Array.from({ length: ratees }, () => between * random.normal());
  const lenient = Array.from({ length: raters }, () => leniency * random.normal());
  const all = standing.flatMap((own, ratee): Rating[] => {
    const pool = Array.from({ length: raters }, (_, rater) => ({ rater, by: random.uniform() }));
    return pool
      .sort((a, b) => a.by - b.by)
      .slice(0, each)
      .map(({ rater }) => ({
        ratee,
        rater,
        value: 3 + own + lenient[rater]! + residual * random.normal(),
      }));
  });
  return { truth: standing.map((own) => 3 + own), all };
}

const asMeans = (all: readonly Rating[], size: number): ObservedMean[] =>
  [...Map.groupBy(all, ({ ratee }) => ratee)].flatMap(([ratee, own]) =>
    Array.from({ length: Math.ceil(own.length / size) }, (_, part) => {
      const some = own.slice(part * size, (part + 1) * size);
      return {
        ratee,
        mean: some.reduce((sum, { value }) => sum + value, 0) / some.length,
        raters: some.map(({ rater }) => rater),
      };
    }),
  );

const variances = { rater: 0.41, leniency: 0.16 / 0.41, kind: 0 };

test("from single ratings it is the crossed model's prediction, at the same variances", () => {
  const { all } = ratings(seededRandom(4), { ratees: 12, raters: 10, each: 5 });
  const model = fitCrossedModel({
    values: all.map(({ value }) => value),
    ratee: all.map(({ ratee }) => ratee),
    rater: all.map(({ rater }) => rater),
  });
  if (!model.ok) throw new Error(model.reason);
  const { ratee, rater, residual } = model.components;
  const both = rater.variance + residual.variance;
  const means = asMeans(all, 1);
  for (const { id, adjusted } of model.ratees) {
    const own = means.filter((each) => each.ratee === id);
    const others = means.filter((each) => each.ratee !== id);
    const found = predictOne(
      own,
      { others, complete: true },
      { rater: both, leniency: rater.variance / both, kind: 0 },
      [{ sd: ratee.sd, weight: 1, centre: 0, variance: 1e5 }],
    );
    expectClose(found.estimate, adjusted, 1e-5);
  }
});

test("alone and of one kind, a mean is drawn towards the centre by its unreliability (Kelley 1927)", () => {
  const own = [{ ratee: "a", mean: 4, raters: ["x", "y", "z", "w"] }];
  const found = predictOne(own, { others: [], complete: false }, { ...variances, leniency: 0 }, [
    { sd: 0.5, weight: 1, centre: 3, variance: 0 },
  ]);
  const reliability = 0.25 / (0.25 + 0.41 / 4);
  expectClose(found.estimate, 3 + reliability, 1e-12);
  expectClose(found.sd, Math.sqrt(0.25 * (1 - reliability)), 1e-12);
});

test("a rater who is seen to be lenient elsewhere is taken out", () => {
  // Whoever the boss rates higher, the others rate lower: the centre stays.
  const others = (lenient: number) =>
    Array.from({ length: 8 }, (_, ratee): ObservedMean[] => [
      { ratee, mean: 3 + lenient, raters: ["boss"] },
      { ratee, mean: 3 - lenient / 4, raters: ["a", "b", "c", "d"].map((each) => each + ratee) },
    ]).flat();
  const own: ObservedMean[] = [
    { ratee: "p", mean: 4, raters: ["boss"] },
    { ratee: "p", mean: 3, raters: ["e", "f", "g", "h"] },
  ];
  const estimate = (lenient: number) =>
    predictMeans([...own, ...others(lenient)], variances, { most: 2 })?.ratees[0]?.estimate ?? 0;
  expect(estimate(0)).toBeGreaterThan(3);
  expect(estimate(0.8)).toBeLessThan(estimate(0) - 0.05);
  expect(estimate(-0.8)).toBeGreaterThan(estimate(0) + 0.05);
});

describe.each([
  ["many ratees, means of two", { ratees: 60, raters: 80 }, 2, 6],
  ["many ratees, means of all six", { ratees: 60, raters: 80 }, 6, 6],
  ["five ratees", { ratees: 5, raters: 12 }, 3, 80],
  ["three ratees who hardly differ", { ratees: 3, raters: 12, between: 0.1 }, 3, 120],
] as const)("%s", (_, settings, size, runs) => {
  test("predictions are nearer the truth than means, and intervals hold it as often as they say", () => {
    const random = seededRandom(11);
    let [plain, predicted, held, n] = [0, 0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const { truth, all } = ratings(random, settings);
      const found = predictMeans(asMeans(all, size), variances, { most: 2 });
      for (const { ratee, estimate, lower, upper } of found?.ratees ?? []) {
        const own = all.filter((each) => each.ratee === ratee);
        const true_ = truth[Number(ratee)]!;
        plain += (own.reduce((sum, { value }) => sum + value, 0) / own.length - true_) ** 2;
        predicted += (estimate - true_) ** 2;
        held += Number(lower <= true_ && true_ <= upper);
        n++;
      }
    }
    expect(n).toBe(runs * settings.ratees);
    expect(predicted).toBeLessThan(plain);
    expect(held / n).toBeGreaterThan(0.925);
    expect(held / n).toBeLessThan(0.985);
  });
});

test("in a large round the means with most raters in common are used; the answer hardly changes", () => {
  const random = seededRandom(5);
  const { all } = ratings(random, { ratees: 40, raters: 50 });
  const means = asMeans(all, 3);
  expect(means.length).toBeGreaterThan(60);
  const near = predictMeans(means, variances, { most: 2 })!;
  const sds = betweenRatees(
    [...Map.groupBy(all, ({ ratee }) => ratee).values()].map((own) => ({
      mean: own.reduce((sum, { value }) => sum + value, 0) / own.length,
      variance: 0.41 / own.length,
    })),
    2,
  );
  for (const { ratee, estimate } of near.ratees) {
    const own = means.filter((each) => each.ratee === ratee);
    const others = means.filter((each) => each.ratee !== ratee);
    const whole = predictOne(
      own,
      { others, complete: true },
      variances,
      sds.map((each) => ({ ...each, centre: 3, variance: 400 })),
    );
    expect(Math.abs(whole.estimate - estimate)).toBeLessThan(0.06);
  }
});

test("the order of means changes nothing", () => {
  const { all } = ratings(seededRandom(8), {});
  const means = asMeans(all, 2);
  const forward = predictMeans(means, variances, { most: 2 })!;
  const back = predictMeans(means.toReversed(), variances, { most: 2 })!;
  const byRatee = new Map(back.ratees.map((each) => [each.ratee, each.estimate]));
  for (const { ratee, estimate } of forward.ratees) expectClose(byRatee.get(ratee), estimate, 1e-9);
});

describe("how far ratees differ", () => {
  const means = (spread: number, n: number) => {
    const random = seededRandom(3);
    return Array.from({ length: n }, () => ({
      mean: Math.hypot(spread, 0.2) * random.normal(),
      variance: 0.04,
    }));
  };
  const expected = (found: ReturnType<typeof betweenRatees>) =>
    found.reduce((sum, { sd, weight }) => sum + sd * weight, 0);

  test("many say it closely, few leave it open", () => {
    expect(Math.abs(expected(betweenRatees(means(0.6, 300), 2)) - 0.6)).toBeLessThan(0.08);
    expect(betweenRatees(means(0.6, 4), 2).length).toBeGreaterThan(
      betweenRatees(means(0.6, 300), 2).length,
    );
    expect(expected(betweenRatees(means(0, 300), 2))).toBeLessThan(0.1);
  });

  test("weights add up to one", () => {
    const total = betweenRatees(means(0.4, 10), 2).reduce((sum, { weight }) => sum + weight, 0);
    expectClose(total, 1, 1e-12);
  });
});

test("two ratees are too few; a mean without raters or a wrong variance is a mistake", () => {
  const two = [1, 2].map((ratee) => ({ ratee, mean: 3, raters: [1, 2] }));
  expect(predictMeans(two, variances, { most: 2 })).toBeNull();
  const three = [1, 2, 3].map((ratee) => ({ ratee, mean: 3, raters: ratee === 3 ? [] : [1, 2] }));
  expect(() => predictMeans(three, variances, { most: 2 })).toThrow("needs raters");
  expect(() => predictMeans(two, { ...variances, rater: 0 }, { most: 2 })).toThrow("variances");
  expect(() => predictMeans(two, { ...variances, leniency: 1.2 }, { most: 2 })).toThrow("leniency");
  expect(() => predictMeans(two, variances, { most: 0 })).toThrow("most");
});
