import { expect, test } from "vitest";
import { Simplex } from "../../src/bounds/simplex.ts";
import { inverse, times } from "./matrix.ts";
import { tallyAdjusted } from "./tally.ts";

// The full run is `node packages/disclosure/attacks/run.ts`.
const rounds = 15;

test("adjusted means from shown means tell nothing of a rater that those do not", () => {
  const { raters, scores, share, lenient, answers } = tallyAdjusted(rounds, "means");
  expect({ raters, scores }).toEqual({ raters: 0, scores: 0 });
  expect(share).toBeLessThan(1e-3);
  expect(lenient.of).toBeGreaterThan(500);
  expect(lenient.after).toBe(lenient.before);
  expect(answers.after).toBe(answers.before);
});

test.each(["scores", "leave-one-out"] as const)("made from %s they tell who is lenient", (from) => {
  const { raters, share, lenient } = tallyAdjusted(rounds, from);
  expect(raters).toBeGreaterThan(3);
  expect(share).toBeGreaterThan(0.4);
  expect(lenient.after).toBeGreaterThan(1.1 * lenient.before);
});

test("its algebra: an inverse is one, and bounds of weighted totals are the narrowest", () => {
  const matrix = [
    [4, 1, 0],
    [1, 3, 1],
    [0, 1, 2],
  ];
  for (const [i, row] of times(matrix, inverse(matrix)).entries())
    for (const [j, value] of row.entries()) expect(value).toBeCloseTo(i === j ? 1 : 0, 12);
  // x + 2y = 3, both from 0 to 2: x from 0 to 2, y from .5 to 1.5.
  const bounds = () => new Simplex([2, 2], [{ over: [0, 1], weights: [1, 2], sum: 3 }]);
  expect([bounds().push(0, -1), bounds().push(0, 1)]).toEqual([0, 2]);
  expect([bounds().push(1, -1), bounds().push(1, 1)]).toEqual([0.5, 1.5]);
});
