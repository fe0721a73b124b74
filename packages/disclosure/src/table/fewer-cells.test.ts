import fc from "fast-check";
import { expect, test } from "vitest";
import { fewestExtra, safeByDefinition } from "../../testing/fewest-hidden.ts";
import { seededRandom } from "../comments/shuffle.ts";
import type { Weights } from "./cell.ts";
import { chooseHidden, type HiddenCells } from "./choose-hidden.ts";
import { FewerCells } from "./fewer-cells.ts";

const count = (hidden: HiddenCells) => hidden.cells.flat().filter(Boolean).length;
const extra = (weights: Weights, hidden: HiddenCells, k: number) =>
  count(hidden) - weights.flat().filter((weight) => weight > 0 && weight < k).length;
const plain = (hidden: HiddenCells) =>
  !hidden.total && !hidden.rows.includes(true) && !hidden.columns.includes(true);

function randomTable(random: () => number, rows: number, columns: number): number[][] {
  const mean = 6 + random() * 14;
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor(-mean * Math.log(1 - random()))),
  );
}

/** Two small cells in different lines. */
const known: Weights = [
  [2, 9, 30],
  [8, 40, 3],
  [30, 7, 8],
];

test("small tables hide the fewest cells there can be: every choice is tried", {
  timeout: 60_000,
}, () => {
  const random = seededRandom("fewest");
  let [better, tables] = [0, 0];
  while (tables < 120) {
    const weights = randomTable(random, 3 + Math.floor(random() * 3), 3 + Math.floor(random() * 2));
    const hidden = chooseHidden(weights, 5);
    if (!plain(hidden)) continue;
    tables++;
    expect(extra(weights, hidden, 5), JSON.stringify(weights)).toBe(fewestExtra(weights, 5));
    if (count(chooseHidden(weights, 5, undefined, 0)) > count(hidden)) better++;
  }
  // The greedy choice alone is not always the fewest: else there were nothing to test.
  expect(better).toBeGreaterThan(3);
});

test("always: fewer cells or as many, the same safety, the same ones every time", () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 3, max: 25 }));
  const grid = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(grid, fc.integer({ min: 3, max: 6 }), fc.integer(), (weights, k, seed) => {
      const random = seededRandom(String(seed));
      const cells = weights.map((row) => row.map(() => random() < 0.1));
      const forced = { cells, rows: weights.map(() => random() < 0.05), columns: [] };
      const greedy = chooseHidden(weights, k, forced, 0);
      const hidden = chooseHidden(weights, k, forced);
      expect(chooseHidden(weights, k, forced)).toEqual(hidden);
      expect({ ...hidden, cells: null }).toEqual({ ...greedy, cells: null });
      expect(count(hidden)).toBeLessThanOrEqual(count(greedy));
      for (const [r, row] of weights.entries()) {
        for (const [c, weight] of row.entries()) {
          if (weight > 0 && (weight < k || cells[r]?.[c])) expect(hidden.cells[r]?.[c]).toBe(true);
        }
      }
      const is = (r: number, c: number) => hidden.cells[r]?.[c] === true;
      if (!hidden.total) expect(safeByDefinition(weights, k, is, hidden)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("without work to do, or with nothing better, what was known stands", () => {
  const fixed = known.map((row) => row.map((weight) => weight < 5));
  const vertices = { rows: [0, 1, 2], columns: [3, 4, 5], count: 6 };
  const search = () => new FewerCells(known, 5, vertices, fixed);
  const all = known.flatMap((row, r) => row.flatMap((weight, c) => (weight < 5 ? [] : [{ r, c }])));
  expect(search().improve(all, 0)).toHaveLength(all.length);
  const found = search().improve(all, 1_000_000);
  expect(found).toHaveLength(fewestExtra(known, 5));
  expect(search().improve(found, 1_000_000)).toEqual(found);
  expect(search().improve([], 1_000_000)).toEqual([]);
});

test("a search that runs out of work leaves a safe choice, no larger than the one it began with", () => {
  const random = seededRandom("cut short");
  for (let table = 0; table < 40; table++) {
    const weights = randomTable(random, 5, 4);
    for (const work of [50, 500, 5_000]) {
      const hidden = chooseHidden(weights, 5, undefined, work);
      expect(count(hidden)).toBeLessThanOrEqual(count(chooseHidden(weights, 5, undefined, 0)));
      if (plain(hidden))
        expect(safeByDefinition(weights, 5, (r, c) => hidden.cells[r]?.[c] === true)).toBe(true);
    }
  }
});
