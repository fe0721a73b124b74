import { expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { evenly, type RaschTruth, simulateRasch } from "../../../testing/rasch-simulation.ts";
import type { Rating } from "../../generalizability/score-table.ts";
import type { RaschOptions } from "./fit-facets.ts";
import { fitPartialCredit, type PartialCredit } from "./fit-partial-credit.ts";
import { fitRaschFacets, type RaschFacets } from "./fit-rasch-facets.ts";
import { categoryProbabilities } from "./rating-scale.ts";

function fitted(ratings: Rating[], options: RaschOptions = {}): PartialCredit {
  const found = fitPartialCredit(ratings, options);
  if (!found.ok) throw new Error(found.reason);
  expect(found.converged).toBe(true);
  return found;
}

/** Items of four, two and three categories, the last with steps in the wrong order. */
const mixed: RaschTruth = {
  ratees: 60,
  each: 3,
  severity: evenly(5, 1.6),
  difficulty: [-0.5, 0.1, 0.4],
  thresholds: [],
  itemThresholds: [[-1.2, 0, 1.2], [0], [0.6, -0.6]],
  mean: 0.3,
  sd: 1.1,
};

const byId = <T extends { id: string | number }>(list: T[]) =>
  [...list].sort((a, b) => Number(a.id) - Number(b.id));

/** Log-probability of a rating by Masters's formula. */
function logOf(model: PartialCredit, { rater, item = 0, value }: Rating, theta: number): number {
  const own = model.items.find((i) => i.id === item)!;
  const logit = theta - model.raters.find((r) => r.id === rater)!.measure - own.measure;
  return Math.log(categoryProbabilities(logit, own.thresholds)[own.categories.indexOf(value)]!);
}

const joint = (model: PartialCredit, ratings: Rating[]) =>
  ratings.reduce(
    (sum, r) => sum + logOf(model, r, model.ratees.find(({ id }) => id === r.ratee)!.measure),
    0,
  );

/** The likelihood with ratees integrated out on a grid: the model by its definition. */
function marginal(model: PartialCredit, ratings: Rating[]): number {
  const { mean, sd } = model.population!;
  const step = sd / 10;
  return model.ratees.reduce((total, { id }) => {
    const own = ratings.filter((r) => r.ratee === id);
    let sum = 0;
    for (let g = -70; g <= 70; g++) {
      const theta = mean + g * step;
      const prior = Math.exp(-((g / 10) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI));
      sum += step * prior * Math.exp(own.reduce((s, r) => s + logOf(model, r, theta), 0));
    }
    return total + Math.log(sum);
  }, 0);
}

test("marginal: scipy's maximum of the likelihood integrated on a grid of 401 points", () => {
  // BFGS of scipy 1.17 on severities, step difficulties and log SD, gradient by differences: good to about 2e-7.
  const { ratings } = simulateRasch(21, mixed);
  const model = fitted(ratings, { method: "marginal", tolerance: 1e-7 });
  expectClose(model.population?.logLikelihood, -453.9550965208471, 1e-10);
  expectClose(model.population?.mean, 0.31437055, 1e-5);
  expectClose(model.population?.sd, 1.02288952, 1e-5);
  const severity = [-0.650365, -0.5790908, -0.23016849, 0.48745227, 0.97217202];
  for (const [r, own] of byId(model.raters).entries()) expectClose(own.measure, severity[r]!, 1e-5);
  const difficulty = [-0.61490887, -0.07480516, 0.68971403];
  const steps = [[-1.56859698, 0.21119209, 1.35740489], [0], [0.91263487, -0.91263487]];
  for (const [i, own] of byId(model.items).entries()) {
    expectClose(own.measure, difficulty[i]!, 1e-5);
    for (const [k, t] of own.thresholds.entries()) expectClose(t, steps[i]![k]!, 1e-5);
  }
  expect(model.items.map((item) => item.disordered)).toEqual([[], [], [1]]);
  expect(model.items.map((item) => item.categories)).toEqual([
    [1, 2, 3, 4],
    [1, 2],
    [1, 2, 3],
  ]);
  expect(model.items[2]?.unused).toEqual([4]);
});

test.each(["joint", "marginal"] as const)(
  "%s: moving no measure, threshold or spread raises the likelihood",
  (method) => {
    const { ratings } = simulateRasch(3, { ...mixed, ratees: 25, severity: evenly(4, 1) });
    const model = fitted(ratings, { method, tolerance: 1e-6 });
    const likelihood = method === "joint" ? joint : marginal;
    const used =
      method === "marginal"
        ? ratings
        : ratings.filter((r) => !model.ratees.find(({ id }) => id === r.ratee)!.extreme);
    const best = likelihood(model, used);
    if (method === "marginal") expectClose(model.population?.logLikelihood, best, 1e-9);
    const moves: ((m: PartialCredit, by: number) => void)[] = [
      ...model.raters.map((_, r) => (m: PartialCredit, by: number) => {
        m.raters[r]!.measure += by;
      }),
      ...model.items.flatMap((item, i) => [
        (m: PartialCredit, by: number) => {
          m.items[i]!.measure += by;
        },
        ...item.thresholds.map((_, k) => (m: PartialCredit, by: number) => {
          m.items[i]!.thresholds[k]! += by;
        }),
      ]),
      ...(method === "joint"
        ? model.ratees.flatMap((ratee, a) =>
            ratee.extreme
              ? []
              : [
                  (m: PartialCredit, by: number) => {
                    m.ratees[a]!.measure += by;
                  },
                ],
          )
        : [
            (m: PartialCredit, by: number) => {
              m.population!.mean += by;
            },
            (m: PartialCredit, by: number) => {
              m.population!.sd += by;
            },
          ]),
    ];
    for (const move of moves) {
      for (const by of [-0.02, 0.02]) {
        const copy = structuredClone(model);
        move(copy, by);
        expect(likelihood(copy, used)).toBeLessThan(best);
      }
    }
  },
);

const plain: RaschTruth = { ...mixed, itemThresholds: [], thresholds: [-1, 0.2, 0.8], ratees: 30 };

test.each(["joint", "marginal"] as const)(
  "%s: one item, or items of two categories: the rating scale model",
  (method) => {
    const options = { method, tolerance: 1e-7 };
    const single = simulateRasch(5, { ...plain, difficulty: [0] }).ratings;
    const yesNo = simulateRasch(6, { ...plain, thresholds: [0] }).ratings;
    for (const ratings of [single, yesNo]) {
      const own = fitted(ratings, options);
      const scale = fitRaschFacets(ratings, options) as RaschFacets;
      for (const facet of ["ratees", "raters", "items"] as const) {
        for (const [i, element] of own[facet].entries()) {
          const other = scale[facet][i]!;
          expect(element.id).toBe(other.id);
          expect(Math.abs(element.measure - other.measure)).toBeLessThan(1e-5);
          expectClose(element.infit, other.infit, 1e-4);
          expectClose(element.outfit, other.outfit, 1e-4);
          expectClose(element.standardError, other.standardError, 1e-4);
        }
      }
      for (const [k, t] of own.items[0]!.thresholds.entries())
        expect(Math.abs(t - scale.thresholds[k]!)).toBeLessThan(1e-5);
      expectClose(own.population?.logLikelihood ?? 1, scale.population?.logLikelihood ?? 1, 1e-9);
    }
  },
);

test("items, raters and each item's thresholds average 0; a ratee's fair score is the mean over the items", () => {
  const { ratings } = simulateRasch(9, mixed);
  const model = fitted(ratings, { method: "marginal", tolerance: 1e-6 });
  const total = (list: number[]) => Math.abs(list.reduce((a, b) => a + b, 0));
  expect(total(model.items.map((i) => i.measure))).toBeLessThan(1e-9);
  expect(total(model.raters.map((r) => r.measure))).toBeLessThan(1e-9);
  for (const item of model.items) expect(total(item.thresholds)).toBeLessThan(1e-9);
  const { measure, fair } = model.ratees[3]!;
  const scores = model.items.map((item) =>
    categoryProbabilities(measure - item.measure, item.thresholds).reduce(
      (sum, p, k) => sum + p * item.categories[k]!,
      0,
    ),
  );
  expectClose(fair, scores.reduce((a, b) => a + b, 0) / 3, 1e-9);
});

test("many ratings: each item's own steps come back, disordered ones as such, and the fit is about 1", {
  timeout: 60_000,
}, () => {
  const truth = { ...mixed, ratees: 900, each: 4, severity: evenly(8, 2) };
  const { ratings } = simulateRasch(31, truth);
  const model = fitted(ratings, { method: "marginal", tolerance: 0.01 });
  const centre = truth.difficulty.reduce((a, b) => a + b, 0) / 3;
  for (const [i, item] of byId(model.items).entries()) {
    expect(Math.abs(item.measure - (truth.difficulty[i]! - centre))).toBeLessThan(0.12);
    for (const [k, t] of item.thresholds.entries())
      expect(Math.abs(t - truth.itemThresholds![i]![k]!)).toBeLessThan(0.15);
    expect(Math.abs(item.infit - 1)).toBeLessThan(0.2);
  }
  expect(byId(model.items).map((item) => item.disordered)).toEqual([[], [], [1]]);
  expect(Math.abs(model.population!.sd - 1.1)).toBeLessThan(0.1);
  // One scale for all would have to be wrong about most steps.
  const common = fitRaschFacets(ratings, { method: "marginal", tolerance: 0.01 }) as RaschFacets;
  expect(model.population!.logLikelihood).toBeGreaterThan(common.population!.logLikelihood + 50);
});

test("a category nobody used on an item is closed up there alone, and said", () => {
  const { ratings } = simulateRasch(12, plain);
  const gap = ratings.map((r) => (r.item === 1 && r.value === 3 ? { ...r, value: 4 } : r));
  const model = fitted(gap, { method: "marginal", tolerance: 1e-5 });
  const items = byId(model.items);
  expect(items.map((item) => item.categories)).toEqual([
    [1, 2, 3, 4],
    [1, 2, 4],
    [1, 2, 3, 4],
  ]);
  expect(items.map((item) => item.unused)).toEqual([[], [3], []]);
  expect(items.map((item) => item.thresholds.length)).toEqual([3, 2, 3]);
  // Only order counts: the same with the gap closed by hand.
  const closed = gap.map((r) => (r.item === 1 && r.value === 4 ? { ...r, value: 3 } : r));
  const same = fitted(closed, { method: "marginal", tolerance: 1e-5 });
  expectClose(same.population?.logLikelihood, model.population!.logLikelihood, 1e-10);
});

test("a category that only an extreme ratee used goes with them: no threshold runs away", () => {
  const { ratings } = simulateRasch(13, { ...plain, thresholds: [-0.5, 0.5] });
  const best = [0, 1, 2].flatMap((item) =>
    [0, 1].map((rater) => ({ ratee: "best", rater, item, value: item === 1 ? 9 : 3 })),
  );
  const model = fitted([...ratings, ...best]);
  expect(byId(model.items)[1]?.categories).toEqual([1, 2, 3]);
  const own = model.ratees.find(({ id }) => id === "best")!;
  expect(own.extreme).toBe(true);
  expect(Number.isFinite(own.measure)).toBe(true);
});

test("an item on which all gave the same is set aside and said, with what it leaves the same", () => {
  const { ratings } = simulateRasch(14, plain);
  const same = ratings.filter((r) => r.item === 0).map((r) => ({ ...r, item: "flat", value: 4 }));
  for (const method of ["joint", "marginal"] as const) {
    const model = fitted([...ratings, ...same], { method });
    expect(model.setAsideItems).toEqual([{ id: "flat", ratings: same.length }]);
    const without = fitted(ratings, { method });
    expect({ ...model, setAsideItems: [] }).toEqual(without);
  }
});

test("order of ratings, names, spacing of scales and gaps don't matter; turning scales round turns the measures", () => {
  const { ratings } = simulateRasch(15, mixed);
  const model = fitted(ratings, { method: "marginal", tolerance: 1e-6 });
  const same = (other: PartialCredit, sign: 1 | -1 = 1) => {
    for (const facet of ["ratees", "raters", "items"] as const) {
      for (const [i, own] of byId(model[facet]).entries())
        expect(Math.abs(own.measure - sign * byId(other[facet])[i]!.measure)).toBeLessThan(1e-4);
    }
  };
  const refit = (list: Rating[]) => fitted(list, { method: "marginal", tolerance: 1e-6 });
  same(refit([...ratings].reverse()));
  same(refit(ratings.map((r) => ({ ...r, value: 10 * r.value - 3 }))));
  same(refit([...ratings, { ratee: 0, rater: 0, item: 0, value: Number.NaN }]));
  same(refit(ratings.map((r) => ({ ...r, value: -r.value }))), -1);
});

test("what can't be fitted is refused with the reason", () => {
  const rating = (ratee: number, rater: number, item: number, value: number) => ({
    ratee,
    rater,
    item,
    value,
  });
  expect(fitPartialCredit([])).toEqual({ ok: false, reason: "too-few-ratings" });
  const flat = [rating(0, 0, 0, 1), rating(0, 1, 1, 2), rating(1, 0, 0, 1), rating(1, 1, 1, 2)];
  expect(fitPartialCredit(flat)).toEqual({ ok: false, reason: "one-category" });
  const alone = [rating(0, 0, 0, 1), rating(0, 1, 0, 2), rating(0, 1, 1, 2)];
  expect(fitPartialCredit(alone)).toMatchObject({ reason: "one-ratee" });
  const one = [rating(0, 0, 0, 1), rating(1, 0, 0, 2), rating(1, 0, 1, 2)];
  expect(fitPartialCredit(one)).toMatchObject({ reason: "one-rater" });
  const apart = [0, 1].flatMap((ratee) => [0, 1].map((rater) => rating(ratee, rater, 0, ratee)));
  expect(fitPartialCredit(apart)).toMatchObject({ reason: "all-extreme" });
});

test("the rating scale says which of its thresholds are disordered", () => {
  const truth = { ...plain, ratees: 300, thresholds: [-0.5, 1, -0.5] };
  const found = fitRaschFacets(simulateRasch(16, truth).ratings, { tolerance: 0.01 });
  expect((found as RaschFacets).disordered).toEqual([2]);
});
