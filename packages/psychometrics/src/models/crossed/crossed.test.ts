import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../../testing/brute-force-reml.ts";
import { expectClose } from "../../../testing/close.ts";
import { oracle, referenceCase, withoutReference } from "../../../testing/oracle.ts";
import { matrixOf } from "../../data/matrix-of.ts";
import { seededRandom } from "../../data/seeded-random.ts";
import { cholesky, choleskyInverse } from "../../linear/cholesky.ts";
import type { CrossedData } from "./collapse.ts";
import type { CrossedModel } from "./crossed-model.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { fitCrossedModel } from "./fit-crossed-model.ts";

const shroutFleiss = oracle("shrout_fleiss_1979");
const judges = ["J1", "J2", "J3", "J4"];
const long = judges.flatMap((judge, j) =>
  shroutFleiss.numbers(judge).map((value, ratee) => ({ ratee, rater: j, value })),
);

function columns(rows: { ratee: number; rater: number; value: number }[]) {
  return {
    values: rows.map((r) => r.value),
    ratee: rows.map((r) => r.ratee),
    rater: rows.map((r) => r.rater),
  };
}

function fitted(data: CrossedData, options?: CrossedOptions): CrossedModel {
  const model = fitCrossedModel(data, options);
  if (!model.ok) throw new Error(model.reason);
  return model;
}

test("balanced table: lme4's REML components, which are the ANOVA ones", () => {
  const model = fitted(columns(long));
  const anova = shroutFleiss.expected("gstudy_anova");
  expectClose(model.components.ratee.variance, anova.var_person, 1e-6);
  expectClose(model.components.rater.variance, anova.var_rater, 1e-6);
  expectClose(model.components.residual.variance, anova.var_residual, 1e-6);
  const lme4 = shroutFleiss.expected("lmer_reml_components");
  expectClose(model.components.ratee.variance, lme4.person, 1e-4);
  expectClose(model.components.rater.variance, lme4.rater, 1e-4);
  expectClose(model.components.residual.variance, lme4.Residual, 1e-4);
  expect(model).toMatchObject({ engine: "dense", converged: true, connectedComponents: 1 });
});

test.each(["dense", "iterative"] as const)(
  "two cells missing, %s: lme4's intercept, components and predictions",
  (engine) => {
    const expected = shroutFleiss.expected("edge_missing_cell_lmer");
    const dropped = expected.dropped_rows_of_long_table as number[];
    const model = fitted(columns(long.filter((_, i) => !dropped.includes(i + 1))), { engine });
    // The iterative engine's random signs are exact on so small a table only by luck: within a few percent.
    const tolerance = engine === "iterative" ? 0.05 : 1e-4;
    expectClose(model.fixed[0]?.estimate, expected.fixef, tolerance);
    expectClose(model.components.ratee.variance, expected.components.person, tolerance);
    expectClose(model.components.rater.variance, expected.components.rater, tolerance);
    expectClose(model.components.residual.variance, expected.components.Residual, tolerance);
    if (engine === "iterative") return;
    expectClose(model.deviance, expected.reml_criterion, 1e-6);
    for (const ratee of model.ratees) {
      expect(Math.abs(ratee.effect - expected.blup_person[ratee.id])).toBeLessThan(3e-4);
    }
    for (const rater of model.raters) {
      expect(Math.abs(rater.effect - expected.blup_rater[rater.id])).toBeLessThan(3e-4);
    }
  },
);

test("persons, tasks, raters within tasks, persons by tasks: lme4's five components", (context) => {
  const brennan = referenceCase("brennan_3_2_p_x_r_in_t");
  if (brennan === null) return context.skip(withoutReference);
  const [task, person, rater] = [
    brennan.numbers("Task"),
    brennan.numbers("Person"),
    brennan.numbers("Rater"),
  ];
  const model = fitted({
    values: brennan.numbers("Score"),
    ratee: person,
    rater: rater.map((r, i) => `${r}/${task[i]}`),
    further: [
      { name: "task", ids: task },
      { name: "person by task", ids: person.map((p, i) => `${p}/${task[i]}`) },
    ],
  });
  const expected = brennan.expected("lmer_reml_components");
  expectClose(model.components.ratee.variance, expected.Person, 1e-3);
  expectClose(model.components.rater.variance, expected["Rater:Task"], 1e-3);
  expectClose(model.further[0]?.component.variance, expected.Task, 1e-3);
  expectClose(model.further[1]?.component.variance, expected["Person:Task"], 1e-3);
  expectClose(model.components.residual.variance, expected.Residual, 1e-3);
});

/** Everything at once: repeated pairs, weights, a covariate, a third factor. */
function rich(seed: number, n = 90) {
  const random = seededRandom(seed);
  const draw = (size: number) => Array.from({ length: size }, () => random.normal());
  const [u, v, w] = [draw(7), draw(9), draw(4)];
  const rows = Array.from({ length: n }, (_, i) => {
    const [a, b, c] =
      i < 9 ? [i % 7, i, i % 4] : [random.below(7), random.below(9), random.below(4)];
    const x = random.below(3);
    const weight = 1 + random.below(3);
    const value =
      3 + 0.4 * x + u[a]! + 0.7 * v[b]! + 0.5 * w[c]! + random.normal() / Math.sqrt(weight);
    return { a, b, c, x, weight, value };
  });
  return rows;
}

function richData(rows: ReturnType<typeof rich>): CrossedData {
  return {
    values: rows.map((r) => r.value),
    ratee: rows.map((r) => r.a),
    rater: rows.map((r) => r.b),
    further: [{ name: "item", ids: rows.map((r) => r.c) }],
    fixed: matrixOf(rows.map((r) => [r.x])),
    weights: rows.map((r) => r.weight),
  };
}

test("weights, a covariate and a third factor: the textbook likelihood, predictions and variances", () => {
  const rows = rich(3);
  const model = fitted(richData(rows));
  const byId = (effects: { id: string | number; effect: number; sd: number }[]) =>
    [...effects].sort((p, q) => Number(p.id) - Number(q.id));
  const theta = [
    model.components.ratee.variance,
    model.components.rater.variance,
    model.further[0]!.component.variance,
    model.components.residual.variance,
  ];
  const at = (t: number[]) =>
    bruteForce(
      rows.map((r) => r.value),
      rows.map((r) => [1, r.x]),
      [rows.map((r) => r.a), rows.map((r) => r.b), rows.map((r) => r.c)],
      t,
      rows.map((r) => r.weight),
    );
  const reference = at(theta);
  expectClose(model.deviance, reference.deviance, 1e-9);
  model.fixed.forEach((term, k) => {
    expectClose(term.estimate, reference.beta[k]!, 1e-8);
    expectClose(term.standardError, Math.sqrt(reference.betaCovariance[k * 3]!), 1e-8);
  });
  [model.ratees, model.raters, model.further[0]!.effects].forEach((effects, f) => {
    byId(effects).forEach((own, level) => {
      expect(Math.abs(own.effect - reference.effects[f]![level]!)).toBeLessThan(1e-8);
      expectClose(own.sd, Math.sqrt(reference.variances[f]![level]!), 1e-8);
    });
  });
  const inverse = choleskyInverse(cholesky(Float64Array.from(reference.information.flat()), 4)!, 4);
  [
    model.components.ratee,
    model.components.rater,
    model.further[0]!.component,
    model.components.residual,
  ].forEach((component, i) => {
    expectClose(component.standardError, Math.sqrt(inverse[i * 5]!), 1e-8);
    expect(component.lower).toBeLessThan(component.variance);
    expect(component.upper).toBeGreaterThan(component.variance);
  });
  // No step in any direction makes the likelihood larger.
  theta.forEach((value, i) => {
    for (const factor of [0.99, 1.01]) {
      const moved = theta.map((t, j) => (j === i ? value * factor : t));
      expect(at(moved).deviance).toBeGreaterThan(reference.deviance);
    }
  });
});

test("a component the data don't ask for is zero, with lme4's other components", () => {
  // Every rater gives the same set of ratings: nothing between raters.
  const rows = [0, 1, 2, 3].flatMap((rater) =>
    [0, 1, 2, 3].map((ratee) => ({ ratee, rater, value: ratee + ((rater + ratee) % 4) })),
  );
  const model = fitted(columns(rows));
  expect(model.components.rater).toMatchObject({ variance: 0, atZero: true, lower: 0 });
  expect(model.raters.every((r) => r.effect === 0 && r.reliability === 0)).toBe(true);
});

test("ratings that follow from ratee and rater alone leave next to nothing for the residual", () => {
  const rows = [0, 1, 2, 3, 4].flatMap((rater) =>
    [0, 1, 2, 3].map((ratee) => ({ ratee, rater, value: ratee * ratee + 2 * rater })),
  );
  const model = fitted(columns(rows));
  expect(model.components.residual.variance).toBeLessThan(1e-6);
  // Sample variances of 0, 1, 4, 9 and of 0, 2, 4, 6, 8.
  expectClose(model.components.ratee.variance, 49 / 3, 1e-4);
  expectClose(model.components.rater.variance, 10, 1e-4);
});

test("small and awkward tables: whatever is fitted is at the top of the likelihood", () => {
  let fittedTables = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    const [ratees, raters, n] = [2 + random.below(6), 2 + random.below(6), 12 + random.below(30)];
    const spread = random.below(3) * random.uniform();
    const u = Array.from({ length: ratees }, () => spread * random.normal());
    const rows = Array.from({ length: n }, (_, i) => {
      const ratee = i < ratees ? i : random.below(ratees);
      const value = Math.round(2 * (u[ratee]! + random.normal())) / 2;
      return { ratee, rater: i < raters ? i : random.below(raters), value };
    });
    const model = fitCrossedModel(columns(rows));
    if (!model.ok) continue;
    fittedTables++;
    expect(model.converged, `seed ${seed}`).toBe(true);
    const theta = [model.components.ratee, model.components.rater, model.components.residual].map(
      (c) => c.variance,
    );
    const at = (t: number[]) =>
      bruteForce(
        rows.map((r) => r.value),
        rows.map(() => [1]),
        [rows.map((r) => r.ratee), rows.map((r) => r.rater)],
        t,
        rows.map(() => 1),
      ).deviance;
    const best = at(theta);
    for (const i of [0, 1, 2]) {
      for (const by of [-0.03, 0.03]) {
        const moved = theta.map((t, j) => (j === i ? Math.max(0, t + by * (t + 0.01)) : t));
        expect(at(moved), `seed ${seed}, ${i}, ${by}`).toBeGreaterThan(best - 1e-6);
      }
    }
  }
  expect(fittedTables).toBeGreaterThan(55);
});

test("order of rows, names and units don't matter", () => {
  const rows = rich(8, 60);
  const base = fitted(richData(rows));
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.1, max: 50, noNaN: true }), (seed, scale) => {
      const random = seededRandom(seed);
      const shuffled = rows
        .map((r) => ({ r, key: random.uniform() }))
        .sort((p, q) => p.key - q.key)
        .map(({ r }) => r);
      const data = richData(shuffled);
      const model = fitted({
        ...data,
        ratee: shuffled.map((r) => `person ${r.a}`),
        values: shuffled.map((r) => 10 - scale * r.value),
      });
      expectClose(
        model.components.ratee.variance,
        scale ** 2 * base.components.ratee.variance,
        1e-5,
      );
      expectClose(
        model.components.residual.variance,
        scale ** 2 * base.components.residual.variance,
        1e-5,
      );
      const own = (m: CrossedModel, id: string | number) => m.ratees.find((x) => x.id === id)!;
      expect(Math.abs(own(model, "person 2").effect + scale * own(base, 2).effect)).toBeLessThan(
        1e-5 * scale,
      );
      expectClose(own(model, "person 2").reliability, own(base, 2).reliability, 1e-5);
    }),
    { numRuns: 15 },
  );
});

test("collapsing pairs changes nothing: a repeated rating is a rating of weight two with the spread kept", () => {
  const rows = rich(5, 80);
  const whole = fitted(richData(rows));
  expect(whole.n).toBe(80);
  expect(whole.cells).toBeLessThan(80);
  // The same ratings told apart by a covariate that has no effect on the grouping: more cells, same likelihood part.
  const gaps = richData(rows);
  const values = [...(gaps.values as number[]), Number.NaN];
  const extended = fitted({
    values,
    ratee: [...rows.map((r) => r.a), 99],
    rater: [...rows.map((r) => r.b), 99],
    further: [{ name: "item", ids: [...rows.map((r) => r.c), 99] }],
    fixed: matrixOf([...rows.map((r) => [r.x]), [0]]),
    weights: [...rows.map((r) => r.weight), 1],
  });
  expect(extended.n).toBe(80);
  expectClose(extended.deviance, whole.deviance as number, 1e-12);
});

test("what can't be identified is refused with the reason", () => {
  const reason = (data: CrossedData) => {
    const model = fitCrossedModel(data);
    return model.ok ? "fitted" : model.reason;
  };
  const pairs = [0, 1, 2, 3, 4, 5];
  expect(reason({ values: [], ratee: [], rater: [] })).toBe("too-few-ratings");
  expect(reason({ values: pairs, ratee: pairs.map(() => 1), rater: pairs })).toBe("one-ratee");
  expect(reason({ values: pairs, ratee: pairs, rater: pairs.map(() => 1) })).toBe("one-rater");
  expect(
    reason({ values: pairs.map(() => 3), ratee: [0, 0, 0, 1, 1, 1], rater: [0, 1, 2, 0, 1, 2] }),
  ).toBe("no-variance");
  expect(reason({ values: pairs, ratee: [0, 0, 0, 1, 1, 1], rater: pairs })).toBe(
    "rater-is-residual",
  );
  expect(reason({ values: pairs, ratee: pairs, rater: [0, 0, 0, 1, 1, 1] })).toBe(
    "ratee-is-residual",
  );
  expect(
    reason({ values: pairs, ratee: [0, 0, 1, 1, 2, 2], rater: ["a", "a", "b", "b", "c", "c"] }),
  ).toBe("factors-coincide");
  const dependent = matrixOf(long.map((r) => [r.rater, 2 * r.rater]));
  expect(reason({ ...columns(long), fixed: dependent })).toBe("fixed-effects-dependent");
  const cancelled = fitCrossedModel(columns(long), { onProgress: () => false });
  expect(cancelled).toMatchObject({ ok: false, reason: "cancelled" });
  expect(() => fitCrossedModel({ values: [1], ratee: [1, 2], rater: [1] })).toThrow(RangeError);
  expect(() => fitCrossedModel({ ...columns(long), weights: long.map(() => 0) })).toThrow(
    RangeError,
  );
});

test("ratees that no rater links are said to be apart", () => {
  const twice = [
    ...long,
    ...long.map((r) => ({ ratee: r.ratee + 10, rater: r.rater + 10, value: r.value + 1 })),
  ];
  const extra = { ratee: 3, rater: 4, value: 2 };
  const model = fitted(columns([...twice, extra, { ...extra, ratee: 4 }]));
  expect(model.connectedComponents).toBe(2);
  expect(model.ratees.filter((r) => r.component === 1)).toHaveLength(6);
  expect(model.ratees.every((r) => r.component === (Number(r.id) < 10 ? 0 : 1))).toBe(true);
});

test("the sparse engine gives what the dense one gives, to rounding", () => {
  const random = seededRandom(33);
  const rows = rich(12, 200).map((r) => ({
    ...r,
    a: r.a + 7 * random.below(6),
    b: r.b + 9 * random.below(5),
  }));
  const dense = fitted(richData(rows), { engine: "dense" });
  const sparse = fitted(richData(rows), { engine: "sparse" });
  expect(sparse.engine).toBe("sparse");
  expectClose(sparse.deviance, dense.deviance as number, 1e-10);
  expectClose(sparse.components.rater.variance, dense.components.rater.variance, 1e-6);
  expectClose(
    sparse.further[0]!.component.standardError,
    dense.further[0]!.component.standardError as number,
    1e-6,
  );
  sparse.fixed.forEach((term, k) => {
    expectClose(term.estimate, dense.fixed[k]!.estimate, 1e-6);
    expectClose(term.standardError, dense.fixed[k]!.standardError, 1e-6);
  });
  sparse.ratees.forEach((ratee, i) => {
    expectClose(ratee.effect, dense.ratees[i]!.effect, 1e-5);
    expectClose(ratee.sd, dense.ratees[i]!.sd, 1e-6);
  });
});

test("a large table is walked by the iterative engine and checked by the exact one", () => {
  const random = seededRandom(2);
  const u = Array.from({ length: 400 }, () => random.normal());
  const rows = Array.from({ length: 4000 }, (_, i) => {
    const [ratee, rater] = i < 400 ? [i, i] : [random.below(400), random.below(400)];
    return { ratee, rater, value: u[ratee]! + 0.5 * u[399 - rater]! + random.normal() };
  });
  const walked = fitted(columns(rows));
  const stepByStep = fitted(columns(rows), { engine: "sparse" });
  expect(walked.engine).toBe("dense");
  for (const name of ["ratee", "rater", "residual"] as const) {
    expectClose(walked.components[name].variance, stepByStep.components[name].variance, 1e-6);
  }
});

test("the iterative engine agrees with the exact one on a graph of some size, and repeats for a seed", () => {
  const random = seededRandom(21);
  const u = Array.from({ length: 400 }, () => random.normal());
  const v = Array.from({ length: 300 }, () => 0.7 * random.normal());
  const rows = Array.from({ length: 6000 }, () => {
    const [ratee, rater] = [random.below(400), random.below(300)];
    return { ratee, rater, value: u[ratee]! + v[rater]! + random.normal() };
  });
  const exact = fitted(columns(rows), { engine: "dense" });
  const quick = fitted(columns(rows), { engine: "iterative", seed: 4 });
  expect(quick.engine).toBe("iterative");
  expectClose(quick.components.ratee.variance, exact.components.ratee.variance, 5e-4);
  expectClose(quick.components.rater.variance, exact.components.rater.variance, 5e-4);
  expectClose(quick.components.residual.variance, exact.components.residual.variance, 5e-4);
  quick.ratees.forEach((ratee, i) => {
    expect(Math.abs(ratee.effect - exact.ratees[i]!.effect)).toBeLessThan(2e-4);
    expectClose(ratee.sd, exact.ratees[i]!.sd, 0.02);
  });
  expect(fitted(columns(rows), { engine: "iterative", seed: 4 })).toEqual(quick);
});
