import { expect, test } from "vitest";
import { seededRandom } from "../../data/seeded-random.ts";
import { correlation } from "../../describe/correlation.ts";
import type { Rating } from "../../generalizability/score-table.ts";
import { fitRaschFacets, type RaschFacets } from "./fit-rasch-facets.ts";
import { categoryProbabilities } from "./rating-scale.ts";

const truth = { thresholds: [-1.5, -0.5, 0.4, 1.6] };

function simulate(seed: number, ratees = 60, raters = 20, items = 5, each = 6) {
  const random = seededRandom(seed);
  const spread = (size: number, sd: number) =>
    Array.from({ length: size }, () => sd * random.normal());
  const standing = spread(ratees, 1.2);
  const severity = spread(raters, 0.8).map(
    (v, _, all) => v - all.reduce((a, b) => a + b, 0) / all.length,
  );
  const difficulty = spread(items, 0.5).map(
    (v, _, all) => v - all.reduce((a, b) => a + b, 0) / all.length,
  );
  const ratings: Rating[] = [];
  for (let ratee = 0; ratee < ratees; ratee++) {
    for (let r = 0; r < each; r++) {
      const rater = (ratee * 7 + r * 3 + random.below(3)) % raters;
      for (let item = 0; item < items; item++) {
        const p = categoryProbabilities(
          standing[ratee]! - severity[rater]! - difficulty[item]!,
          truth.thresholds,
        );
        let [u, value] = [random.uniform(), 1];
        for (const share of p) {
          if (u < share) break;
          u -= share;
          value++;
        }
        ratings.push({ ratee, rater, item, value: Math.min(5, value) });
      }
    }
  }
  return { ratings, standing, severity, difficulty };
}

function fitted(ratings: Rating[]): RaschFacets {
  const result = fitRaschFacets(ratings);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** Log-likelihood of the ratings by the model's definition. */
function logLikelihood(model: RaschFacets, ratings: Rating[]): number {
  const of = (list: { id: string | number; measure: number }[]) =>
    new Map(list.map((e) => [e.id, e.measure]));
  const [ratees, raters, items] = [of(model.ratees), of(model.raters), of(model.items)];
  return ratings.reduce((sum, { ratee, rater, item, value }) => {
    const logit = ratees.get(ratee)! - raters.get(rater)! - items.get(item!)!;
    return (
      sum +
      Math.log(categoryProbabilities(logit, model.thresholds)[model.categories.indexOf(value)]!)
    );
  }, 0);
}

test("the likelihood can't be raised by moving any measure or threshold", () => {
  const { ratings } = simulate(1, 20, 8, 3, 4);
  const model = fitted(ratings);
  expect(model.converged).toBe(true);
  const extremes = [...model.ratees, ...model.raters, ...model.items].filter((e) => e.extreme);
  expect(extremes).toHaveLength(0);
  const best = logLikelihood(model, ratings);
  const moved = (change: (m: RaschFacets) => void) => {
    const copy = structuredClone(model);
    change(copy);
    return logLikelihood(copy, ratings);
  };
  for (const by of [-0.02, 0.02]) {
    for (const facet of ["ratees", "raters", "items"] as const) {
      model[facet].forEach((_, i) => {
        expect(
          moved((m) => {
            m[facet][i]!.measure += by;
          }),
        ).toBeLessThan(best);
      });
    }
    model.thresholds.forEach((_, k) => {
      expect(
        moved((m) => {
          m.thresholds[k]! += by;
        }),
      ).toBeLessThan(best);
    });
  }
});

test("recovers standing, severity, difficulty and thresholds", () => {
  const { ratings, standing, severity, difficulty } = simulate(2);
  const model = fitted(ratings);
  const measures = (list: { id: string | number; measure: number }[]) =>
    [...list].sort((a, b) => Number(a.id) - Number(b.id)).map((e) => e.measure);
  expect(correlation(measures(model.ratees), standing)!.r).toBeGreaterThan(0.96);
  expect(correlation(measures(model.raters), severity)!.r).toBeGreaterThan(0.97);
  for (const [i, d] of measures(model.items).entries()) {
    expect(Math.abs(d - difficulty[i]!)).toBeLessThan(0.25);
  }
  for (const [k, t] of model.thresholds.entries()) {
    expect(Math.abs(t - truth.thresholds[k]!)).toBeLessThan(0.25);
  }
  const inside = measures(model.ratees).filter(
    (m, i) => Math.abs(m - standing[i]!) < 2 * model.ratees[0]!.standardError,
  );
  expect(inside.length / 60).toBeGreaterThan(0.85);
  const infit = model.raters.reduce((sum, r) => sum + r.infit, 0) / model.raters.length;
  expect(Math.abs(infit - 1)).toBeLessThan(0.1);
  expect(model.reliability).toBeGreaterThan(0.85);
});

test("fair scores take severity out: ratees of equal standing, one with severe raters", () => {
  const { ratings, standing } = simulate(4);
  const model = fitted(ratings);
  const sorted = [...model.ratees].sort((a, b) => Number(a.id) - Number(b.id));
  const raw = sorted.map(({ id }) => {
    const own = ratings.filter((r) => r.ratee === id);
    return own.reduce((sum, r) => sum + r.value, 0) / own.length;
  });
  const fair = correlation(
    sorted.map((r) => r.fair),
    standing,
  )!.r;
  expect(fair).toBeGreaterThan(correlation(raw, standing)!.r);
});

test("extreme elements are set aside and placed beyond the others", () => {
  const { ratings } = simulate(5, 20, 8, 3, 4);
  const best = ratings.filter((r) => r.ratee === 0).map((r) => ({ ...r, ratee: "best", value: 5 }));
  const model = fitted([...ratings, ...best]);
  const own = model.ratees.find((r) => r.id === "best")!;
  expect(own.extreme).toBe(true);
  expect(
    Math.max(...model.ratees.filter((r) => r.id !== "best").map((r) => r.measure)),
  ).toBeLessThan(own.measure);
  expect(Number.isFinite(own.measure)).toBe(true);
  const without = fitted(ratings);
  expect(model.thresholds[0]).toBeCloseTo(without.thresholds[0]!, 4);
});

test("what can't be fitted is refused with the reason; unused categories are closed up", () => {
  const pair = (a: number, b: number, value: number): Rating => ({ ratee: a, rater: b, value });
  expect(fitRaschFacets([])).toEqual({ ok: false, reason: "too-few-ratings" });
  expect(fitRaschFacets([pair(0, 0, 1), pair(0, 1, 1), pair(1, 1, 1)])).toMatchObject({
    reason: "one-category",
  });
  expect(fitRaschFacets([pair(0, 0, 1), pair(0, 1, 2), pair(0, 2, 1)])).toMatchObject({
    reason: "one-ratee",
  });
  expect(fitRaschFacets([pair(0, 0, 1), pair(1, 0, 2), pair(2, 0, 1)])).toMatchObject({
    reason: "one-rater",
  });
  expect(
    fitRaschFacets([pair(0, 0, 1), pair(0, 1, 1), pair(1, 0, 2), pair(1, 1, 2)]),
  ).toMatchObject({ reason: "all-extreme" });
  const { ratings } = simulate(6, 20, 8, 3, 4);
  const gap = fitted(ratings.map((r) => ({ ...r, value: r.value === 5 ? 9 : r.value })));
  expect(gap.categories).toEqual([1, 2, 3, 4, 9]);
  expect(gap.thresholds[0]).toBeCloseTo(fitted(ratings).thresholds[0]!, 8);
});
