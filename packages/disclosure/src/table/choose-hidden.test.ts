import fc from "fast-check";
import { expect, test } from "vitest";
import type { Weights } from "./cell.ts";
import { chooseHidden, type HiddenCells } from "./choose-hidden.ts";

/**
 * The least number of people in any non-empty union of hidden cells that follows from what is
 * shown, by trying every combination: add or subtract every shown line total, or not.
 */
function leastUnion(weights: Weights, hidden: HiddenCells): number {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  let least = Number.POSITIVE_INFINITY;
  const levels = [-2, -1, 0, 1, 2];
  const choose = (lines: number, ok: (line: number) => boolean, next: (y: number[]) => void) => {
    const y: number[] = [];
    const step = (line: number) => {
      if (line === lines) next(y);
      else if (ok(line)) for (const level of levels) step2(line, level);
      else step2(line, 0);
    };
    const step2 = (line: number, level: number) => {
      y[line] = level;
      step(line + 1);
    };
    step(0);
  };
  for (const t of hidden.total ? [0] : levels) {
    choose(
      rows,
      (r) => !hidden.rows[r],
      (yr) => {
        choose(
          columns,
          (c) => !hidden.columns[c],
          (yc) => {
            let people = 0;
            for (const [r, row] of weights.entries()) {
              for (const [c, weight] of row.entries()) {
                if (!hidden.cells[r]?.[c] || weight === 0) continue;
                const times = (yr[r] ?? 0) + (yc[c] ?? 0) + t;
                if (times !== 0 && times !== 1) return;
                people += times * weight;
              }
            }
            if (people > 0) least = Math.min(least, people);
          },
        );
      },
    );
  }
  return least;
}

const table = (rows: number, columns: number) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 3, max: 9 })), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: rows, maxLength: rows },
  );

test("one small cell takes three others with it, the cheapest way to close a circle", () => {
  const hidden = chooseHidden(
    [
      [2, 9, 8],
      [7, 9, 9],
      [9, 9, 9],
    ],
    5,
  );
  expect(hidden.cells.flat().filter(Boolean)).toHaveLength(4);
});

test("small cells that already hide each other take nothing with them", () => {
  const hidden = chooseHidden(
    [
      [3, 3, 9],
      [4, 4, 9],
      [9, 9, 9],
    ],
    5,
  );
  expect(hidden.cells.flat().filter(Boolean)).toHaveLength(4);
  expect(hidden.rows.concat(hidden.columns).some(Boolean)).toBe(false);
});

test("a circle of ones is still a group below the minimum", () => {
  // Without more, the first row's remainder would be a group of two.
  const hidden = chooseHidden(
    [
      [1, 1, 9],
      [1, 1, 9],
      [9, 9, 9],
    ],
    5,
  );
  expect(hidden.cells.flat().filter(Boolean).length).toBeGreaterThan(4);
  expect(
    leastUnion(
      [
        [1, 1, 9],
        [1, 1, 9],
        [9, 9, 9],
      ],
      hidden,
    ),
  ).toBeGreaterThanOrEqual(5);
});

test("a row below the minimum loses its total, and another with it", () => {
  const hidden = chooseHidden(
    [
      [1, 1],
      [8, 9],
      [9, 12],
    ],
    5,
  );
  expect(hidden.rows).toEqual([true, true, false]);
});

test("a table of fewer than k people shows nothing", () => {
  const hidden = chooseHidden([[1, 3]], 5);
  expect(hidden).toEqual({
    cells: [[true, true]],
    rows: [true],
    columns: [true, true],
    total: true,
  });
});

test("always: small cells are hidden and no union below k can be worked out", () => {
  const sizes = fc.constantFrom([2, 2], [2, 3], [3, 2], [3, 3], [1, 4], [4, 1]);
  fc.assert(
    fc.property(
      sizes.chain(([rows = 2, columns = 2]) => table(rows, columns)),
      fc.integer({ min: 3, max: 6 }),
      (weights, k) => {
        const hidden = chooseHidden(weights, k);
        for (const [r, row] of weights.entries()) {
          for (const [c, weight] of row.entries()) {
            if (weight > 0 && weight < k) expect(hidden.cells[r]?.[c]).toBe(true);
          }
        }
        expect(leastUnion(weights, hidden)).toBeGreaterThanOrEqual(k);
      },
    ),
    { numRuns: 40 },
  );
});
