import { expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { seededRandom } from "../../data/seeded-random.ts";
import { type CrossedData, collapse } from "./collapse.ts";
import { fitCrossedModel } from "./fit-crossed-model.ts";
import { startingVariances } from "./moments.ts";

function table(ratees: number, raters: number, share: number): CrossedData {
  const random = seededRandom(6);
  const u = Array.from({ length: ratees }, () => 0.8 * random.normal());
  const v = Array.from({ length: raters }, () => 0.5 * random.normal());
  const pairs = u.flatMap((_, a) => v.map((_, b): [number, number] => [a, b]));
  const kept = pairs.filter(() => random.uniform() < share);
  return {
    values: kept.map(([a, b]) => 3 + u[a]! + v[b]! + random.normal()),
    ratee: kept.map(([a]) => a),
    rater: kept.map(([, b]) => b),
  };
}

test("in a table without gaps the start is already REML's answer: analysis of variance", () => {
  const data = table(50, 60, 1);
  const model = fitCrossedModel(data, { engine: "dense" });
  if (!model.ok) throw new Error(model.reason);
  const [ratee, rater, residual] = startingVariances(collapse(data));
  expectClose(ratee, model.components.ratee.variance, 1e-6);
  expectClose(rater, model.components.rater.variance, 1e-6);
  expectClose(residual, model.components.residual.variance, 1e-6);
});

test("with gaps it is near, which saves steps", () => {
  const data = table(300, 200, 0.1);
  const model = fitCrossedModel(data, { engine: "dense" });
  if (!model.ok) throw new Error(model.reason);
  const [ratee, rater, residual] = startingVariances(collapse(data));
  expectClose(ratee, model.components.ratee.variance, 0.03);
  expectClose(rater, model.components.rater.variance, 0.03);
  expectClose(residual, model.components.residual.variance, 0.03);
});

test("a small table starts from equal shares of its variance", () => {
  const cells = collapse(table(10, 10, 1));
  const share = cells.squares / cells.weightSum / 3;
  expect(startingVariances(cells)).toEqual([share, share, share]);
});

test("a variance that moments put below zero starts above it", () => {
  // Every rater gives all ratees together the same: less than chance between raters.
  const values: number[] = [];
  const [ratee, rater]: [number[], number[]] = [[], []];
  for (let a = 0; a < 50; a++) {
    for (let b = 0; b < 50; b++) {
      values.push(a / 10 + ((a + b) % 2));
      ratee.push(a);
      rater.push(b);
    }
  }
  const cells = collapse({ values, ratee, rater });
  const start = startingVariances(cells);
  expect(start[1]).toBeCloseTo((0.02 * cells.squares) / cells.weightSum, 10);
  expect(start.every((v) => v > 0)).toBe(true);
});
