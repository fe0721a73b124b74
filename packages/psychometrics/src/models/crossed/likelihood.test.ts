import { expect, test } from "vitest";
import { bruteForce } from "../../../testing/brute-force-reml.ts";
import { expectClose } from "../../../testing/close.ts";
import { pastes, penicillin } from "../../../testing/lme4-examples.ts";
import { matrixOf } from "../../data/matrix-of.ts";
import { seededRandom } from "../../data/seeded-random.ts";
import { cholesky, choleskyInverse } from "../../linear/cholesky.ts";
import type { CrossedData } from "./collapse.ts";
import type { CrossedModel } from "./crossed-model.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { fitCrossedModel } from "./fit-crossed-model.ts";

function fitted(data: CrossedData, options?: CrossedOptions): CrossedModel {
  const model = fitCrossedModel(data, options);
  if (!model.ok) throw new Error(model.reason);
  expect(model.converged).toBe(true);
  return model;
}

const plates = { values: penicillin.values, ratee: penicillin.plate, rater: penicillin.sample };
const casks = { values: pastes.values, ratee: pastes.cask, rater: pastes.batch };

test.each(["dense", "sparse"] as const)(
  "penicillin, crossed, by REML and ML, %s: lme4",
  (engine) => {
    // REML: help(Penicillin, package = "lme4") and Metida's comparison with SPSS. ML: tests of MixedModels.jl.
    const reml = fitted(plates, { engine });
    expect(reml).toMatchObject({ method: "reml", n: 144, parameters: 4 });
    expectClose(reml.deviance, 330.86058899109184, 1e-9);
    expectClose(reml.components.ratee.sd, 0.8467, 1e-4);
    expectClose(reml.components.rater.sd, 1.9316, 1e-4);
    expectClose(reml.components.residual.sd, 0.5499, 1e-4);
    expectClose(reml.fixed[0]?.standardError, 0.8086, 1e-4);
    const ml = fitted(plates, { engine, method: "ml" });
    expect(ml).toMatchObject({ method: "ml", n: 144, parameters: 4 });
    expectClose(ml.deviance, 332.18834867227616, 1e-9);
    expectClose(ml.logLikelihood, -332.18834867227616 / 2, 1e-9);
    expectClose(ml.aic, 332.18834867227616 + 8, 1e-9);
    expectClose(ml.bic, 332.18834867227616 + 4 * Math.log(144), 1e-9);
    expectClose(ml.components.ratee.sd, 0.8455645948223015, 1e-4);
    expectClose(ml.components.rater.sd, 1.770647779277388, 1e-4);
    expectClose(ml.components.residual.variance, 0.3024263987592062, 1e-4);
    expectClose(ml.fixed[0]?.estimate, 22.97222222222222, 1e-9);
    expectClose(ml.fixed[0]?.standardError, 0.7445960346851368, 1e-4);
  },
);

test("pastes, casks within batches, by REML and ML: lme4", () => {
  const reml = fitted(casks);
  expectClose(reml.deviance, 246.99074585348623, 1e-9);
  expectClose(reml.components.ratee.sd, 2.9040490215476704, 1e-4);
  expectClose(reml.components.rater.sd, 1.2874747712027106, 1e-4);
  expectClose(reml.components.residual.sd, 0.8234066479821514, 1e-4);
  expectClose(reml.fixed[0]?.standardError, 0.6768868401974097, 1e-4);
  const ml = fitted(casks, { method: "ml" });
  expectClose(ml.deviance, 247.99446586289676, 1e-9);
  // MixedModels.jl prints AIC 255.99447 and BIC 264.37184.
  expectClose(ml.aic, 255.99447, 1e-7);
  expectClose(ml.bic, 264.37184, 1e-7);
  expectClose(ml.components.ratee.sd, 2.904069002535747, 1e-4);
  expectClose(ml.components.rater.sd, 1.095070371687089, 1e-4);
  expectClose(ml.components.residual.sd, 0.8234088395243269, 1e-4);
  expectClose(ml.fixed[0]?.standardError, 0.6421359883527029, 1e-4);
});

/** Repeated pairs, weights, two covariates, a third factor. */
function rich(seed: number, n = 70) {
  const random = seededRandom(seed);
  const draw = (size: number) => Array.from({ length: size }, () => random.normal());
  const [u, v, w] = [draw(7), draw(9), draw(4)];
  return Array.from({ length: n }, (_, i) => {
    const [a, b, c] =
      i < 9 ? [i % 7, i, i % 4] : [random.below(7), random.below(9), random.below(4)];
    const [x, z] = [random.below(3), random.below(4)];
    const weight = 1 + random.below(3);
    const value =
      3 + 0.4 * x + u[a]! + 0.7 * v[b]! + 0.5 * w[c]! + random.normal() / Math.sqrt(weight);
    return { a, b, c, x, z, weight, value };
  });
}

test("weights, covariates and a third factor by ML: the textbook likelihood, and nothing raises it", () => {
  const rows = rich(3);
  const model = fitted(
    {
      values: rows.map((r) => r.value),
      ratee: rows.map((r) => r.a),
      rater: rows.map((r) => r.b),
      further: [{ name: "item", ids: rows.map((r) => r.c) }],
      fixed: matrixOf(rows.map((r) => [r.x, r.z])),
      weights: rows.map((r) => r.weight),
    },
    { method: "ml" },
  );
  const all = [
    model.components.ratee,
    model.components.rater,
    model.further[0]!.component,
    model.components.residual,
  ];
  const at = (theta: number[]) => {
    const brute = bruteForce(
      rows.map((r) => r.value),
      rows.map((r) => [1, r.x, r.z]),
      [rows.map((r) => r.a), rows.map((r) => r.b), rows.map((r) => r.c)],
      theta,
      rows.map((r) => r.weight),
    );
    // The restricted likelihood less log |X'V^-1 X| and three degrees of freedom.
    const l = cholesky(brute.betaCovariance, 3)!;
    const logDet = -2 * (Math.log(l[0]!) + Math.log(l[4]!) + Math.log(l[8]!));
    return { ...brute, ml: brute.deviance - logDet + 3 * Math.log(2 * Math.PI) };
  };
  const theta = all.map((c) => c.variance);
  const reference = at(theta);
  expectClose(model.deviance, reference.ml, 1e-9);
  expect(model.parameters).toBe(7);
  for (const [k, term] of model.fixed.entries()) {
    expectClose(term.estimate, reference.beta[k]!, 1e-8);
    expectClose(term.standardError, Math.sqrt(reference.betaCovariance[k * 4]!), 1e-8);
  }
  for (const i of theta.keys()) {
    for (const factor of [0.98, 1.02]) {
      const moved = at(theta.map((t, j) => (j === i ? factor * t : t)));
      expect(moved.ml).toBeGreaterThan(reference.ml);
    }
  }
  const inverse = choleskyInverse(cholesky(Float64Array.from(reference.information.flat()), 4)!, 4);
  for (const [i, component] of all.entries())
    expectClose(component.standardError, Math.sqrt(inverse[i * 5]!), 1e-8);
});

test("ML of the iterative engine is near the exact one, and has no likelihood to compare by", () => {
  const random = seededRandom(21);
  const u = Array.from({ length: 300 }, () => random.normal());
  const v = Array.from({ length: 250 }, () => 0.7 * random.normal());
  const rows = Array.from({ length: 4000 }, () => {
    const [ratee, rater] = [random.below(300), random.below(250)];
    return { ratee, rater, value: u[ratee]! + v[rater]! + random.normal() };
  });
  const data = {
    values: rows.map((r) => r.value),
    ratee: rows.map((r) => r.ratee),
    rater: rows.map((r) => r.rater),
  };
  const exact = fitted(data, { engine: "dense", method: "ml" });
  const reml = fitted(data, { engine: "dense" });
  const quick = fitted(data, { engine: "iterative", method: "ml", seed: 4 });
  for (const name of ["ratee", "rater", "residual"] as const)
    expectClose(quick.components[name].variance, exact.components[name].variance, 1e-3);
  // A level or so less of each factor: the mean is taken as known.
  expect(exact.components.ratee.variance).toBeLessThan(reml.components.ratee.variance);
  expect(quick).toMatchObject({ deviance: null, logLikelihood: null, aic: null, bic: null });
});

test("likelihoods by ML tell what a fixed effect is worth, by the ratio test of nested models", () => {
  const rows = rich(11, 90);
  const base: CrossedData = {
    values: rows.map((r) => r.value),
    ratee: rows.map((r) => r.a),
    rater: rows.map((r) => r.b),
  };
  const without = fitted(base, { method: "ml" });
  const withX = fitted({ ...base, fixed: matrixOf(rows.map((r) => [r.x])) }, { method: "ml" });
  expect(withX.parameters).toBe(without.parameters + 1);
  expect(withX.deviance).toBeLessThan(without.deviance as number);
  // The same model under other names of its covariate has the same ML likelihood; the restricted one depends on its
  // unit.
  const scaled = { ...base, fixed: matrixOf(rows.map((r) => [10 * r.x])) };
  expectClose(fitted(scaled, { method: "ml" }).deviance, withX.deviance as number, 1e-9);
  const units = fitted(scaled).deviance as number;
  const plain = fitted({ ...base, fixed: matrixOf(rows.map((r) => [r.x])) }).deviance as number;
  expectClose(units - plain, 2 * Math.log(10), 1e-7);
});

test("a component the data don't ask for is zero by ML too", () => {
  const rows = [0, 1, 2, 3].flatMap((rater) =>
    [0, 1, 2, 3].map((ratee) => ({ ratee, rater, value: ratee + ((rater + ratee) % 4) })),
  );
  const model = fitted(
    {
      values: rows.map((r) => r.value),
      ratee: rows.map((r) => r.ratee),
      rater: rows.map((r) => r.rater),
    },
    { method: "ml" },
  );
  expect(model.components.rater).toMatchObject({ variance: 0, atZero: true });
});
