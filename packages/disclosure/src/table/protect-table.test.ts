import fc from "fast-check";
import { expect, test } from "vitest";
import { audit } from "../audit/audit.ts";
import { standardPolicy } from "../policy.ts";
import type { Cell } from "./cell.ts";
import { protectTable, type TableInput } from "./protect-table.ts";

const table = (counts: readonly (readonly number[])[], mean = 3): TableInput => ({
  rows: counts.map((_, r) => `r${r}`),
  columns: (counts[0] ?? []).map((_, c) => `c${c}`),
  cells: counts.map((row) => row.map((n) => ({ n, sum: n * mean }))),
  range: { low: 1, high: 5 },
});

test("shows counts, means and margins, and says why a cell is hidden", () => {
  const shown = protectTable(
    table([
      [9, 8, 0],
      [7, 6, 9],
    ]),
    standardPolicy,
  );
  expect(shown.cells[0]).toEqual([
    { shown: true, n: 9, mean: 3 },
    { shown: true, n: 8, mean: 3 },
    { shown: false, reason: "hidden-no-answer" },
  ]);
  expect(shown.rowTotals[1]).toEqual({ shown: true, n: 22, mean: 3 });
  expect(shown.total).toEqual({ shown: true, n: 39, mean: 3 });
  const hidden = protectTable(
    table([
      [2, 8],
      [7, 6],
    ]),
    standardPolicy,
  );
  expect(hidden.cells).toEqual([
    [
      { shown: false, reason: "hidden-few-or-alike" },
      { shown: false, reason: "hidden-subtraction" },
    ],
    [
      { shown: false, reason: "hidden-subtraction" },
      { shown: false, reason: "hidden-subtraction" },
    ],
  ]);
});

test("a cell, a row or a whole table where all gave the lowest answer is not shown", () => {
  const input = table([
    [9, 8, 9],
    [7, 6, 9],
    [9, 9, 9],
  ]);
  const cells = input.cells.map((row, r) =>
    row.map((cell, c) => (r === 0 && c === 0 ? { n: 9, sum: 9 } : cell)),
  );
  const one = protectTable({ ...input, cells }, standardPolicy);
  expect(one.cells[0]?.[0]).toEqual({ shown: false, reason: "hidden-few-or-alike" });
  expect(protectTable(table([[9, 9]], 1), standardPolicy).total.shown).toBe(false);
  const show = { ...standardPolicy, alike: "show" } as const;
  expect(protectTable({ ...input, cells }, show).cells[0]?.[0]?.shown).toBe(true);
});

const cell = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(1, 1, 2, 3, 4, 5, 5))
  .map(([n, mean]): Cell => ({ n, sum: n * mean }));
const grid = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

test("always: an audit of what is shown finds nobody, by algebra or by the range of the scale", () => {
  fc.assert(
    fc.property(grid, (cells) => {
      const input = { ...table(cells.map((row) => row.map(({ n }) => n))), cells };
      const shown = protectTable(input, standardPolicy);
      const filled = cells.flatMap((row, r) =>
        row.flatMap(({ n, sum }, c) => (n > 0 ? [{ id: `${r},${c}`, people: n, sum, r, c }] : [])),
      );
      const statements = [
        ...filled.filter(({ r, c }) => shown.cells[r]?.[c]?.shown).map((u) => [u]),
        ...shown.rowTotals.flatMap((t, row) =>
          t.shown ? [filled.filter(({ r }) => r === row)] : [],
        ),
        ...shown.columnTotals.flatMap((t, column) =>
          t.shown ? [filled.filter(({ c }) => c === column)] : [],
        ),
        ...(shown.total.shown ? [filled] : []),
      ].map((over) => ({
        over: over.map(({ id }) => id),
        sum: over.reduce((total, { sum }) => total + sum, 0),
      }));
      const found = audit(filled, statements, { k: 5, low: 1, high: 5 });
      expect(found.determined).toEqual([]);
      // A mean between the ends that is pinned for five or more people tells of none of them.
      const people = new Map(filled.map((unit) => [unit.id, unit.people]));
      const pinned = found.bounds.filter(({ low, high }) => high - low < 1e-6);
      expect(
        pinned.filter(({ unit, low }) => (people.get(unit) ?? 0) < 5 || low === 1 || low === 5),
      ).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("tables that make no sense are refused", () => {
  const input = table([[5, 5]]);
  expect(() => protectTable({ ...input, rows: [] }, standardPolicy)).toThrow(RangeError);
  const half = [
    [
      { n: 1.5, sum: 3 },
      { n: 5, sum: 3 },
    ],
  ];
  expect(() => protectTable({ ...input, cells: half }, standardPolicy)).toThrow(RangeError);
});
