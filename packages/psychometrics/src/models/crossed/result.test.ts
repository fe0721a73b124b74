import { expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { seededRandom } from "../../data/seeded-random.ts";
import { chiSquareQuantile } from "../../distributions/chi-square-quantile.ts";
import { normalQuantile } from "../../distributions/normal-quantile.ts";
import type { CrossedData } from "./collapse.ts";
import type { CrossedModel } from "./crossed-model.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { fitCrossedModel } from "./fit-crossed-model.ts";

function fitted(data: CrossedData, options?: CrossedOptions): CrossedModel {
  const model = fitCrossedModel(data, options);
  if (!model.ok) throw new Error(model.reason);
  return model;
}

/** 12 ratees by 8 raters, a third of the cells missing, with a covariate. */
function simulated(seed: number, { raterSd = 0.6 } = {}) {
  const random = seededRandom(seed);
  const ratees = Array.from({ length: 12 }, () => random.normal());
  const raters = Array.from({ length: 8 }, () => raterSd * random.normal());
  return ratees.flatMap((u, ratee) =>
    raters.flatMap((v, rater) => {
      const x = random.below(2);
      const value = 5 + 0.5 * x + u + v + random.normal();
      return random.below(3) === 0 ? [] : [{ ratee, rater, x, value }];
    }),
  );
}

type Row = ReturnType<typeof simulated>[number];
const columns = (rows: Row[]) => ({
  values: rows.map((row) => row.value),
  ratee: rows.map((row) => row.ratee),
  rater: rows.map((row) => row.rater),
});
const withCovariate = (rows: Row[]): CrossedData => ({
  ...columns(rows),
  fixed: { rows: rows.length, cols: 1, values: Float64Array.from(rows, (row) => row.x) },
});

test.each([0.95, 0.8])("every interval at level %d is the one its doc comment says", (level) => {
  const model = fitted(withCovariate(simulated(3)), { level });
  const z = normalQuantile((1 + level) / 2);
  expect(model.level).toBe(level);
  for (const { estimate, standardError, lower, upper } of model.fixed) {
    expectClose(lower, estimate - z * standardError, 1e-12);
    expectClose(upper, estimate + z * standardError, 1e-12);
  }
  const { variance } = model.components.ratee;
  for (const { effect, sd, adjusted, lower, upper, reliability } of model.ratees) {
    expectClose(adjusted, (model.fixed[0]?.estimate ?? 0) + effect, 1e-12);
    expectClose(lower, adjusted - z * sd, 1e-12);
    expectClose(upper, adjusted + z * sd, 1e-12);
    expectClose(reliability, 1 - sd ** 2 / variance, 1e-12);
    expect(reliability).toBeGreaterThan(0.3);
  }
  for (const component of Object.values(model.components)) {
    expect(component.atZero).toBe(false);
    const df = 2 * (component.variance / (component.standardError ?? 0)) ** 2;
    expectClose(component.sd ** 2, component.variance, 1e-12);
    expectClose(
      component.lower,
      (df * component.variance) / chiSquareQuantile((1 + level) / 2, df),
      1e-9,
    );
    expectClose(
      component.upper,
      (df * component.variance) / chiSquareQuantile((1 - level) / 2, df),
      1e-9,
    );
  }
});

test("a variance at zero has no effects, and an interval from 0 to the one-sided normal bound", () => {
  // Raters who differ less than chance alone would have it: every rater's mean is the same.
  const rows = simulated(5);
  const means = Map.groupBy(rows, (row) => row.rater);
  const level = rows.map((row) => {
    const own = means.get(row.rater) ?? [];
    return {
      ...row,
      value: row.value - own.reduce((sum, { value }) => sum + value, 0) / own.length,
    };
  });
  const model = fitted(columns(level), { level: 0.9 });
  const { rater } = model.components;
  expect(rater).toMatchObject({ variance: 0, sd: 0, lower: 0, atZero: true });
  expect(rater.standardError).toBeGreaterThan(0);
  expectClose(rater.upper, normalQuantile(0.95) * (rater.standardError ?? 0), 1e-12);
  for (const { effect, sd, reliability } of model.raters)
    expect([effect, sd, reliability]).toEqual([0, 0, 0]);
  expect(model.raters.map((each) => each.ratings)).toEqual(
    model.raters.map((each) => (means.get(Number(each.id)) ?? []).length),
  );
});

test("raters' effects are left out where only ratees' are wanted; all else is the same", () => {
  const data: CrossedData = {
    ...columns(simulated(7)),
    further: [{ name: "occasion", ids: simulated(7).map((_, i) => i % 3) }],
  };
  const all = fitted(data);
  const { raters, further, ...rest } = fitted(data, { effects: "ratees" });
  expect([raters, further[0]?.effects]).toEqual([[], []]);
  expect(all.raters).toHaveLength(8);
  expect(all.further[0]?.effects).toHaveLength(3);
  const { raters: _, further: __, ...same } = all;
  expect(rest).toEqual(same);
});

test("the engine that was asked for is said, and whether its uncertainty is exact", () => {
  const data = columns(simulated(9));
  const said = (["dense", "sparse", "iterative"] as const).map((engine) => {
    const model = fitted(data, { engine });
    return [model.engine, model.uncertainty];
  });
  expect(said).toEqual([
    ["dense", "exact"],
    ["sparse", "exact"],
    ["iterative", "estimated"],
  ]);
});

test("steps are counted and told one by one; too few of them are not convergence", () => {
  const data = columns(simulated(11));
  const steps: number[] = [];
  const model = fitted(data, {
    onProgress: ({ iteration, stage }) => {
      if (stage === "steps" && steps.at(-1) !== iteration) steps.push(iteration);
      return undefined;
    },
  });
  expect(model.converged).toBe(true);
  expect(model.iterations).toBeGreaterThan(1);
  expect(steps.filter((step) => step > 0)).toEqual(
    Array.from({ length: model.iterations }, (_, i) => i + 1),
  );
  const cut = fitted(data, { iterations: 1 });
  expect(cut.converged).toBe(false);
  expect(cut.iterations).toBeLessThan(model.iterations);
});
