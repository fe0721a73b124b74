import { expect, test } from "vitest";
import { evenly, simulateRasch } from "../../../testing/rasch-simulation.ts";
import type { Rating } from "../../generalizability/score-table.ts";
import { fitRaschFacets, type RaschFacets } from "./fit-rasch-facets.ts";
import { categoryProbabilities } from "./rating-scale.ts";

const { ratings } = simulateRasch(11, {
  ratees: 30,
  each: 4,
  severity: evenly(6, 2),
  difficulty: [0],
  thresholds: [-1, 1],
  mean: 0,
  sd: 1,
});

const fitted = (list: Rating[]) => fitRaschFacets(list) as RaschFacets;

function expectedScore(logit: number, thresholds: number[]): number {
  return categoryProbabilities(logit, thresholds).reduce((sum, p, k) => sum + k * p, 0);
}

test("a category only an extreme ratee has goes with them: no threshold runs away", () => {
  const best = [2, 3, 4, 5].map((rater) => ({ ratee: "best", rater, item: 0, value: 9 }));
  const model = fitted([...ratings, ...best]);
  const without = fitted(ratings);
  expect(model.categories).toEqual([1, 2, 3]);
  expect(model.converged).toBe(true);
  model.thresholds.forEach((t, k) => {
    expect(t).toBeCloseTo(without.thresholds[k]!, 3);
  });
  const own = model.ratees.find((r) => r.id === "best")!;
  expect(own.extreme).toBe(true);
  expect(own.measure).toBeGreaterThan(
    Math.max(...without.ratees.filter((r) => !r.extreme).map((r) => r.measure)),
  );
});

test("a ratee left with a set-aside rater only is placed after that rater", () => {
  // The rater gave nothing but the lowest, so the ratee is left without a rating that counts: still placed, low and
  // finite.
  const harsh = [0, 1, 2, 3].map((ratee) => ({ ratee, rater: "harsh", item: 0, value: 1 }));
  const model = fitted([
    ...ratings,
    ...harsh,
    { ratee: "met once", rater: "harsh", item: 0, value: 1 },
  ]);
  const rater = model.raters.find((r) => r.id === "harsh")!;
  const ratee = model.ratees.find((r) => r.id === "met once")!;
  expect(rater.extreme).toBe(true);
  expect(rater.measure).toBeGreaterThan(0);
  const expected = [0, 1, 2, 3].reduce((sum, id) => {
    const logit = model.ratees.find((r) => r.id === id)!.measure - rater.measure;
    return sum + expectedScore(logit, model.thresholds);
  }, 0);
  expect(expected).toBeCloseTo(0.3, 6);
  // Expected of one lowest rating moved in by .3, at the rater's measure.
  expect(expectedScore(ratee.measure - rater.measure, model.thresholds)).toBeCloseTo(0.3, 6);
});

test("a pair who hang together with nobody are placed one by one, finite", () => {
  const apart = { ratee: "far", rater: "off", item: 0, value: 3 };
  const model = fitted([...ratings, apart]);
  expect(model.connectedComponents).toBe(2);
  const ratee = model.ratees.find((r) => r.id === "far")!;
  const rater = model.raters.find((r) => r.id === "off")!;
  expect([ratee.extreme, rater.extreme].some(Boolean)).toBe(true);
  // Each at the other's 0: one rating of the highest, moved in by .3.
  expect(expectedScore(ratee.measure, model.thresholds)).toBeCloseTo(1.7, 6);
  expect(expectedScore(-rater.measure, model.thresholds)).toBeCloseTo(1.7, 6);
});
