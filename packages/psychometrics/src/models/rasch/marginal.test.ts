import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { evenly, type RaschTruth, simulateRasch } from "../../../testing/rasch-simulation.ts";
import type { Rating } from "../../generalizability/score-table.ts";
import type { RaschOptions } from "./fit-facets.ts";
import { fitRaschFacets, type RaschFacets } from "./fit-rasch-facets.ts";
import { gaussHermite } from "./gauss-hermite.ts";
import { categoryProbabilities } from "./rating-scale.ts";

const small: RaschTruth = {
  ratees: 16,
  each: 3,
  severity: evenly(4, 1.5),
  difficulty: evenly(2, 0.8),
  thresholds: [-1, 0.2, 0.8],
  mean: 0.4,
  sd: 1.1,
};

function fitted(ratings: Rating[], options: RaschOptions = {}): RaschFacets {
  const result = fitRaschFacets(ratings, { method: "marginal", tolerance: 1e-6, ...options });
  if (!result.ok) throw new Error(result.reason);
  expect(result).toMatchObject({ method: "marginal", converged: true });
  return result;
}

const byId = <T extends { id: string | number }>(list: T[]) =>
  [...list].sort((a, b) => Number(a.id) - Number(b.id));
const measures = (list: { id: string | number; measure: number }[]) =>
  byId(list).map((own) => own.measure);

/** A ratee's likelihood times the population's density, on a grid: the model by its definition. */
function onGrid(model: RaschFacets, own: Rating[]) {
  const { mean, sd } = model.population!;
  const severity = new Map(model.raters.map((r) => [r.id, r.measure]));
  const difficulty = new Map(model.items.map((i) => [i.id, i.measure]));
  const step = sd / 12;
  return Array.from({ length: 193 }, (_, g) => {
    const theta = mean + (g - 96) * step;
    const prior = Math.exp(-(((theta - mean) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI));
    const weight = own.reduce((product, { rater, item = 0, value }) => {
      const logit = theta - severity.get(rater)! - difficulty.get(item)!;
      const p = categoryProbabilities(logit, model.thresholds);
      return product * p[model.categories.indexOf(value)]!;
    }, prior * step);
    return { theta, weight };
  });
}

function logLikelihood(model: RaschFacets, ratings: Rating[]): number {
  return model.ratees.reduce((sum, { id }) => {
    const own = ratings.filter((rating) => rating.ratee === id);
    return sum + Math.log(onGrid(model, own).reduce((total, { weight }) => total + weight, 0));
  }, 0);
}

test("ones and noughts: lme4's logistic model with raters and items fixed and ratees random", () => {
  // lme4 1.1-31 on the same ratings: glmer(value ~ rater + item + (1 | ratee), binomial, nAGQ = 25), sum contrasts.
  const { ratings } = simulateRasch(3, {
    ratees: 120,
    each: 2,
    severity: evenly(6, 3),
    difficulty: evenly(3, 0.8),
    thresholds: [0],
    mean: 0.5,
    sd: 1.2,
  });
  const model = fitted(ratings);
  expectClose(model.population?.logLikelihood, -422.016822538, 1e-11);
  expectClose(model.population?.mean, 0.60258645048, 1e-5);
  expectClose(model.population?.variance, 1.112910288, 1e-5);
  const easiness = [1.38139341209, 0.9536158634, 0.24208160773, -0.38085910779, -0.72235047675];
  const severities = measures(model.raters);
  for (const [r, value] of easiness.entries()) expectClose(severities[r], -value, 1e-4);
  expectClose(measures(model.items)[0], -0.26270430964, 1e-4);
  expectClose(measures(model.items)[1], -0.02104719896, 1e-4);
  expect(model.thresholds).toEqual([0]);
});

test("the likelihood is that of the definition, and moving nothing raises it", () => {
  const { ratings } = simulateRasch(1, small);
  const model = fitted(ratings);
  const best = logLikelihood(model, ratings);
  expectClose(model.population?.logLikelihood, best, 1e-9);
  const moved = (change: (m: RaschFacets) => void) => {
    const copy = structuredClone(model);
    change(copy);
    return logLikelihood(copy, ratings);
  };
  for (const by of [-0.02, 0.02]) {
    const worse = [
      ...model.raters.map((_, r) => (m: RaschFacets) => {
        m.raters[r]!.measure += by;
      }),
      ...model.items.map((_, i) => (m: RaschFacets) => {
        m.items[i]!.measure += by;
      }),
      ...model.thresholds.map((_, k) => (m: RaschFacets) => {
        m.thresholds[k]! += by;
      }),
      (m: RaschFacets) => {
        m.population!.mean += by;
      },
      (m: RaschFacets) => {
        m.population!.sd += by;
      },
    ];
    for (const change of worse) expect(moved(change)).toBeLessThan(best);
  }
});

test("raters, items and thresholds average 0; ratees' measures are their posterior means and SDs", () => {
  const { ratings } = simulateRasch(2, small);
  const model = fitted(ratings);
  for (const list of [measures(model.raters), measures(model.items), model.thresholds]) {
    expect(Math.abs(list.reduce((a, b) => a + b, 0))).toBeLessThan(1e-9);
  }
  for (const ratee of model.ratees) {
    const grid = onGrid(
      model,
      ratings.filter((rating) => rating.ratee === ratee.id),
    );
    const total = grid.reduce((sum, { weight }) => sum + weight, 0);
    const mean = grid.reduce((sum, { theta, weight }) => sum + theta * weight, 0) / total;
    const variance =
      grid.reduce((sum, { theta, weight }) => sum + (theta - mean) ** 2 * weight, 0) / total;
    expectClose(ratee.measure, mean, 1e-7);
    expectClose(ratee.standardError, Math.sqrt(variance), 1e-7);
    expect(ratee.standardError).toBeLessThan(model.population!.sd);
    const p = categoryProbabilities(mean, model.thresholds);
    expectClose(
      ratee.fair,
      p.reduce((sum, share, k) => sum + share * (k + 1), 0),
      1e-6,
    );
  }
  const { variance, sd } = model.population!;
  expectClose(sd * sd, variance, 1e-12);
  const unsure = model.ratees.reduce((sum, r) => sum + r.standardError ** 2, 0) / 16;
  expectClose(model.reliability, 1 - unsure / variance, 1e-9);
});

test("a rater's standard error is the curvature of the likelihood in that rater's severity", () => {
  const { ratings } = simulateRasch(4, small);
  const model = fitted(ratings);
  const at = (facet: "raters" | "items", index: number, by: number) => {
    const copy = structuredClone(model);
    copy[facet][index]!.measure += by;
    return logLikelihood(copy, ratings);
  };
  for (const facet of ["raters", "items"] as const) {
    const h = 0.01;
    const curve = (at(facet, 0, h) - 2 * at(facet, 0, 0) + at(facet, 0, -h)) / (h * h);
    expectClose(model[facet][0]!.standardError, 1 / Math.sqrt(-curve), 1e-4);
  }
});

test("order of ratings, names, spacing of the scale and gaps don't matter; turning it round turns the measures", () => {
  const { ratings } = simulateRasch(7, small);
  const model = fitted(ratings);
  const same = (other: RaschFacets, sign: 1 | -1 = 1) => {
    for (const facet of ["ratees", "raters", "items"] as const) {
      const [own, theirs] = [measures(model[facet]), measures(other[facet])];
      // The origin is the raters' and items' average, so ratees turn about 0 like all else.
      for (const [k, m] of own.entries()) {
        expect(Math.abs(m - sign * theirs[k]!), facet).toBeLessThan(1e-4);
      }
    }
    expectClose(other.population?.variance, model.population!.variance, 1e-4);
  };
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 96, maxLength: 96 }), (keys) => {
      const order = ratings.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || b - a);
      same(fitted(order.map((i) => ratings[i]!)));
    }),
    { numRuns: 4 },
  );
  same(fitted(ratings.map((r) => ({ ...r, value: 10 * r.value - 3 }))));
  same(fitted([...ratings, { ratee: 0, rater: 0, item: 0, value: Number.NaN }]));
  same(fitted(ratings.map((r) => ({ ...r, value: 5 - r.value }))), -1);
});

test("ratees with only the highest ratings stay in, and are shrunken to a finite measure", () => {
  const { ratings } = simulateRasch(5, small);
  const best = ratings.filter((r) => r.ratee === 0).map((r) => ({ ...r, ratee: 99, value: 4 }));
  const model = fitted([...ratings, ...best]);
  const own = model.ratees.find((r) => r.id === 99)!;
  expect(own.extreme).toBe(false);
  expect(own.measure).toBe(Math.max(...model.ratees.map((r) => r.measure)));
  expect(own.standardError).toBeLessThan(model.population!.sd);
});

test("a rater who gave nothing but the lowest is set aside and placed; who only they rated is as likely as anyone", () => {
  const { ratings } = simulateRasch(6, small);
  const lowest = [0, 1, 2, 3].map((ratee) => ({ ratee, rater: 50, item: 0, value: 1 }));
  const unknown = { ratee: 77, rater: 50, item: 0, value: 1 };
  const model = fitted([...ratings, ...lowest, unknown]);
  const severest = model.raters.find((r) => r.id === 50)!;
  expect(severest.extreme).toBe(true);
  expect(severest.measure).toBe(Math.max(...model.raters.map((r) => r.measure)));
  expect(Number.isFinite(severest.standardError)).toBe(true);
  const without = fitted(ratings);
  expectClose(model.population?.variance, without.population!.variance, 1e-6);
  const alone = model.ratees.find((r) => r.id === 77)!;
  expectClose(alone.measure, model.population!.mean, 1e-9);
  expectClose(alone.standardError, model.population!.sd, 1e-9);
});

test("ratees who don't differ have no variance; refusals are those of the joint method", () => {
  const random = simulateRasch(8, { ...small, sd: 0, ratees: 40 });
  const alike = fitted(random.ratings, { tolerance: 0.01 });
  expect(alike.population!.variance).toBeLessThan(0.1);
  expect(alike.reliability).toBeLessThan(0.3);
  const pair = (ratee: number, rater: number, value: number) => ({ ratee, rater, value });
  const refused = (list: Rating[]) => fitRaschFacets(list, { method: "marginal" });
  expect(refused([])).toEqual({ ok: false, reason: "too-few-ratings" });
  expect(refused([pair(0, 0, 1), pair(0, 1, 2), pair(0, 2, 1)])).toMatchObject({
    reason: "one-ratee",
  });
  expect(refused([pair(0, 0, 1), pair(1, 0, 1), pair(0, 1, 2), pair(1, 1, 2)])).toMatchObject({
    reason: "all-extreme",
  });
});

test("stopping early says so", () => {
  const { ratings } = simulateRasch(9, small);
  const result = fitRaschFacets(ratings, { method: "marginal", tolerance: 1e-9, iterations: 3 });
  expect(result).toMatchObject({ ok: true, converged: false });
});

test("Gauss-Hermite points integrate polynomials of a standard normal exactly", () => {
  const { points, weights } = gaussHermite(7);
  const moment = (power: number) => points.reduce((sum, x, k) => sum + weights[k]! * x ** power, 0);
  for (const [power, value] of [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395, 0].entries()) {
    expect(Math.abs(moment(power) - value)).toBeLessThan(1e-9 * (1 + value));
  }
});
