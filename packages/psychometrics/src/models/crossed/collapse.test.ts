import { expect, test } from "vitest";
import { matrixOf } from "../../data/matrix-of.ts";
import { type CrossedData, collapse, type Ids } from "./collapse.ts";
import { connectivity } from "./connectivity.ts";
import { obstacle } from "./identify.ts";

const ratee = [5, 5, 2, 2, 9, 9, 5, 2];
const rater = [1, 3, 1, 1, 3, 1, 1, 3];
const values = [4, 2, 5, 3, Number.NaN, 1, 2, 4];

const plain = (ids: (list: number[]) => Ids) =>
  collapse({ values, ratee: ids(ratee), rater: ids(rater) });

test("ratings of a pair become one cell with their number, sum and squares, those missing left out", () => {
  const cells = plain((list) => list.map(String));
  expect(cells.ids).toEqual([
    ["5", "2", "9"],
    ["1", "3"],
  ]);
  expect([cells.ratings, cells.count, cells.weightSum, cells.logWeights]).toEqual([7, 5, 7, 0]);
  expect(cells.centre).toBeCloseTo(3, 12);
  const pairs = Array.from({ length: cells.count }, (_, c) => [
    cells.ids[0]?.[cells.factors[0]?.[c] ?? -1],
    cells.ids[1]?.[cells.factors[1]?.[c] ?? -1],
    cells.weight[c],
    cells.sum[c],
  ]);
  expect(pairs).toEqual([
    ["5", "1", 2, 0],
    ["5", "3", 1, -1],
    ["2", "1", 2, 2],
    ["2", "3", 1, 1],
    ["9", "1", 1, -2],
  ]);
  // 1, 1, 4, 0, 4, 1, 1 about the mean of 3.
  expect(cells.squares).toBeCloseTo(12, 12);
});

test.each([
  ["Int32Array", (list: number[]) => Int32Array.from(list)],
  ["Uint32Array", (list: number[]) => Uint32Array.from(list)],
  ["Int32Array with an id below 0", (list: number[]) => Int32Array.from(list, (id) => id - 4)],
  ["Int32Array spread thinly", (list: number[]) => Int32Array.from(list, (id) => id * 200_000_000)],
])("ids in an %s give the same cells, under their own names", (_, typed) => {
  const { ids, ...cells } = plain(typed);
  const { ids: texts, ...expected } = plain((list) => list.map(String));
  expect(cells).toEqual(expected);
  expect(ids.map((list) => list.length)).toEqual(texts.map((list) => list.length));
  expect(ids[0]).toEqual([5, 2, 9].map((id) => typed([id])[0]));
});

test("weights count in sums, not in the number of ratings", () => {
  const weights = [2, 1, 1, 3, 1, 1, 4, 1];
  const cells = collapse({ values, ratee, rater, weights });
  expect(Array.from(cells.weight)).toEqual([6, 1, 4, 1, 1]);
  expect(Array.from(cells.counts)).toEqual([2, 1, 2, 1, 1]);
  expect(cells.weightSum).toBe(13);
  expect(cells.logWeights).toBeCloseTo(Math.log(2 * 3 * 4), 12);
  expect(cells.centre).toBeCloseTo((2 * 4 + 2 + 5 + 9 + 1 + 8 + 4) / 13, 12);
});

test("ratings that differ in a further factor or a fixed effect stay apart, and a gap in one leaves the rating out", () => {
  const further = [
    { name: "a", ids: [0, 0, 0, 1, 0, 0, 0, 0] },
    { name: "b", ids: [0, 0, 0, 0, 0, 0, 1, 0] },
  ];
  expect(collapse({ values, ratee, rater, further }).count).toBe(7);
  expect(collapse({ values, ratee, rater, further: further.slice(0, 1) }).count).toBe(6);
  const fixed = matrixOf([
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 2],
    [1, 0],
    [Number.NaN, 0],
    [1, 0],
    [1, 0],
  ]);
  const cells = collapse({ values, ratee, rater, fixed });
  expect([cells.ratings, cells.count, cells.p]).toEqual([6, 5, 3]);
  expect(cells.ids[0]).toEqual([5, 2]);
  const design = Array.from({ length: 5 }, (_, c) =>
    Array.from(cells.x ?? []).slice(3 * c, 3 * c + 3),
  );
  expect(design).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [1, 1, 0],
    [1, 1, 2],
    [1, 1, 0],
  ]);
});

test("lists of different length and weights that are none are refused by name", () => {
  const refused = (changed: Partial<CrossedData>) => () =>
    collapse({ values, ratee, rater, ...changed });
  for (const changed of [
    { rater: [1] },
    { weights: [1] },
    { further: [{ name: "a", ids: [1] }] },
    { fixed: matrixOf([[1]]) },
  ])
    expect(refused(changed)).toThrow(/differ in length/);
  expect(refused({ weights: [1, 1, 1, 1, 1, 1, 1, -2] })).toThrow("weight -2");
});

test("groups without a rating between them are numbered by size, then in order of appearance", () => {
  const pairs = [
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 0],
    [6, 2],
  ];
  const cells = collapse({
    values: pairs.map(() => 1),
    ratee: pairs.map(([a]) => a ?? 0),
    rater: pairs.map(([, b]) => b ?? 0),
  });
  const found = connectivity(cells);
  expect(found.components).toBe(3);
  // Ratees 3, 4 and 6; then 0 and 5, who came before 1 and 2.
  expect(Array.from(found.component)).toEqual([1, 2, 2, 0, 0, 1, 0]);
});

test("what cannot be told apart is refused with its reason, and what just can is not", () => {
  const grid = (n: number, further?: CrossedData["further"]) =>
    collapse({
      values: [1, 3, 2, 5, 4, 4].slice(0, n),
      ratee: [0, 0, 1, 1, 2, 2].slice(0, n),
      rater: [0, 1, 0, 1, 0, 1].slice(0, n),
      ...(further && { further }),
    });
  expect(obstacle(grid(4))).toBeNull();
  expect(obstacle(grid(3))).toBe("too-few-ratings");
  expect(obstacle(grid(6, [{ name: "same", ids: [1, 1, 1, 1, 1, 1] }]))).toBe("one-level");
  expect(obstacle(grid(6, [{ name: "each", ids: [1, 2, 3, 4, 5, 6] }]))).toBe("factor-is-residual");
  expect(obstacle(grid(6, [{ name: "rater", ids: [7, 8, 7, 8, 7, 8] }]))).toBe("factors-coincide");
  expect(obstacle(grid(6, [{ name: "other", ids: [7, 8, 8, 7, 7, 8] }]))).toBeNull();
});
