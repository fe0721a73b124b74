import { expect, test } from "vitest";
import { evenly, type RaschTruth, simulateRasch } from "../../../testing/rasch-simulation.ts";
import type { Rating } from "../../generalizability/score-table.ts";
import type { RaschOptions } from "./fit-facets.ts";
import { fitRaschFacets, type RaschFacets } from "./fit-rasch-facets.ts";

function fitted(ratings: Rating[], options: RaschOptions): RaschFacets {
  const result = fitRaschFacets(ratings, options);
  if (!result.ok) throw new Error(result.reason);
  expect(result.converged).toBe(true);
  return result;
}

const byId = <T extends { id: string | number }>(list: T[]) =>
  [...list].sort((a, b) => Number(a.id) - Number(b.id));
const measures = (list: { id: string | number; measure: number }[]) =>
  byId(list).map((own) => own.measure);

test("few ratings per ratee: marginal estimates are right on average, joint ones spread too far", {
  timeout: 180_000,
}, () => {
  const truth: RaschTruth = {
    ratees: 300,
    each: 3,
    severity: evenly(10, 3),
    difficulty: [0],
    thresholds: [-1.5, -0.5, 0.4, 1.6],
    mean: 0.5,
    sd: 1.2,
  };
  const runs = 12;
  const found: Record<string, number[]> = {};
  const note = (name: string, value: number) => {
    found[name] = [...(found[name] ?? []), value];
  };
  let [covered, raters] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const { ratings, standing } = simulateRasch(100 + run, truth);
    const marginal = fitted(ratings, { method: "marginal", tolerance: 0.01 });
    const joint = fitted(ratings, { tolerance: 0.01 });
    expect(joint).toMatchObject({ method: "joint", population: null });
    for (const model of [marginal, joint]) {
      const own = measures(model.raters);
      const along = own.reduce((sum, s, r) => sum + s * truth.severity[r]!, 0);
      const length = truth.severity.reduce((sum, s) => sum + s * s, 0);
      note(`${model.method} severity`, along / length);
      model.thresholds.forEach((t, k) => {
        note(`${model.method} threshold ${k}`, t);
      });
      const error = byId(model.ratees).map((r, a) => (r.measure - standing[a]!) ** 2);
      note(`${model.method} error`, error.reduce((a, b) => a + b, 0) / error.length);
    }
    note("mean", marginal.population!.mean);
    note("variance", marginal.population!.variance);
    byId(marginal.raters).forEach((own, r) => {
      if (Math.abs(own.measure - truth.severity[r]!) < 1.96 * own.standardError) covered++;
      raters++;
    });
  }
  const average = (name: string) => found[name]!.reduce((a, b) => a + b, 0) / runs;
  /** Distance from the truth in Monte Carlo errors. */
  const distance = (name: string, value: number) => {
    const spread = found[name]!.reduce((sum, v) => sum + (v - average(name)) ** 2, 0);
    return Math.abs(average(name) - value) / Math.sqrt(spread / (runs - 1) / runs);
  };
  expect(distance("mean", truth.mean)).toBeLessThan(3.5);
  expect(distance("variance", truth.sd ** 2)).toBeLessThan(3.5);
  expect(distance("marginal severity", 1)).toBeLessThan(3.5);
  expect(average("joint severity")).toBeGreaterThan(1.3);
  for (const [k, t] of truth.thresholds.entries()) {
    expect(distance(`marginal threshold ${k}`, t), String(k)).toBeLessThan(3.5);
    expect(Math.abs(average(`joint threshold ${k}`))).toBeGreaterThan(1.3 * Math.abs(t));
  }
  expect(average("marginal error")).toBeLessThan(0.5 * average("joint error"));
  // Binomial error of the share is .017.
  expect(covered / raters).toBeGreaterThan(0.9);
});
