import { expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { matrixOf } from "../../data/matrix-of.ts";
import { seededRandom } from "../../data/seeded-random.ts";
import type { CrossedData } from "./collapse.ts";
import type { CrossedModel } from "./crossed-model.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { fitCrossedModel } from "./fit-crossed-model.ts";
import type { CrossedProgress } from "./progress.ts";

function fitted(data: CrossedData, options?: CrossedOptions): CrossedModel {
  const model = fitCrossedModel(data, options);
  if (!model.ok) throw new Error(model.reason);
  return model;
}

/** Haphazard pairs, a third factor, a covariate and weights. */
function everything(): CrossedData {
  const random = seededRandom(44);
  const draw = (size: number, sd: number) =>
    Array.from({ length: size }, () => sd * random.normal());
  const [u, v, w] = [draw(200, 0.8), draw(400, 0.5), draw(30, 0.4)];
  const rows = Array.from({ length: 5000 }, () => {
    const [a, b, c] = [random.below(200), random.below(400), random.below(30)];
    const [x, weight] = [random.below(3), 0.5 + random.uniform()];
    const noise = random.normal() / Math.sqrt(weight);
    return { a, b, c, x, weight, value: 3 + 0.4 * x + u[a]! + v[b]! + w[c]! + noise };
  });
  return {
    values: rows.map((r) => r.value),
    ratee: rows.map((r) => r.a),
    rater: rows.map((r) => r.b),
    further: [{ name: "item", ids: rows.map((r) => r.c) }],
    fixed: matrixOf(rows.map((r) => [r.x])),
    weights: rows.map((r) => r.weight),
  };
}

function haphazard(ratees: number, raters: number, n: number): CrossedData {
  const random = seededRandom(3);
  const u = Array.from({ length: ratees }, () => 0.7 * random.normal());
  const v = Array.from({ length: raters }, () => 0.5 * random.normal());
  const ratee = Int32Array.from({ length: n }, () => random.below(ratees));
  const rater = Int32Array.from({ length: n }, () => random.below(raters));
  const values = Float64Array.from(ratee, (a, i) => u[a]! + v[rater[i]!]! + random.normal());
  return { values, ratee, rater };
}

test("weights, a covariate and a third factor: the iterative engine agrees with the exact one", {
  timeout: 30_000,
}, () => {
  const data = everything();
  const exact = fitted(data, { engine: "dense" });
  const quick = fitted(data, { engine: "iterative" });
  for (const name of ["ratee", "rater", "residual"] as const)
    expectClose(quick.components[name].variance, exact.components[name].variance, 2e-3);
  expectClose(quick.further[0]!.component.variance, exact.further[0]!.component.variance, 5e-3);
  quick.fixed.forEach((term, k) => {
    expect(Math.abs(term.estimate - exact.fixed[k]!.estimate)).toBeLessThan(1e-3);
    expectClose(term.standardError, exact.fixed[k]!.standardError, 2e-3);
  });
});

test("levels by the ten thousand, whose mean is left to chance: still the exact components", {
  timeout: 30_000,
}, () => {
  const data = haphazard(12_000, 280, 30_000);
  const exact = fitted(data, { engine: "dense" });
  const quick = fitted(data, { engine: "iterative" });
  for (const name of ["ratee", "rater", "residual"] as const)
    expectClose(quick.components[name].variance, exact.components[name].variance, 1e-3);
});

test("estimated SDs are within a per cent of the exact ones on a graph of ten ratings a ratee, and the deviance is not claimed", () => {
  const data = haphazard(500, 1000, 5000);
  const exact = fitted(data, { engine: "dense" });
  const quick = fitted(data, { engine: "iterative" });
  expect(quick).toMatchObject({ uncertainty: "estimated", deviance: null });
  const all = (model: CrossedModel) => [...model.ratees, ...model.raters];
  const own = all(quick);
  for (const [i, { sd }] of all(exact).entries()) expectClose(own[i]!.sd, sd, 0.01);
});

test.each(["dense", "sparse", "iterative"] as const)(
  "%s: every stage is told in order, and no at any point cancels",
  (engine) => {
    const data = haphazard(40, 50, 600);
    const seen: CrossedProgress[] = [];
    fitted(data, { engine, onProgress: (progress) => seen.push(progress) > 0 });
    const stages = seen.map(({ stage }) => stage);
    expect([...new Set(stages)]).toEqual(["pairs", "engine", "steps", "effects"]);
    expect(stages).toEqual(
      stages.toSorted((a, b) => [...new Set(stages)].indexOf(a) - [...new Set(stages)].indexOf(b)),
    );
    expect(seen[0]).toEqual({
      stage: "pairs",
      engine: null,
      iteration: 0,
      variances: [],
      change: 1,
    });
    expect(seen.at(-1)).toMatchObject({
      engine,
      variances: [expect.any(Number), {}, {}].fill(expect.any(Number)),
    });
    for (let stop = 1; stop <= seen.length; stop++) {
      let calls = 0;
      const result = fitCrossedModel(data, { engine, onProgress: () => ++calls < stop });
      expect(result).toMatchObject({ ok: false, reason: "cancelled" });
      expect(calls).toBe(stop);
    }
  },
);

test("asked for ratees only, it leaves the other lists empty and the rest as it is", () => {
  const data = haphazard(40, 50, 600);
  expect(fitted(data, { effects: "ratees" })).toEqual({ ...fitted(data), raters: [] });
});
