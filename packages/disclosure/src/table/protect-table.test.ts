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
});

const scale = { low: 1, high: 5 };
const show = () => 0.999;

/** So many gave each point, from 1 to 5. */
const answers = (counts: readonly number[]): Cell => ({
  n: counts.reduce((sum, count) => sum + count, 0),
  sum: counts.reduce((sum, count, at) => sum + count * (at + 1), 0),
  counts,
});
const mixed = (n: number) => answers([1, 1, n - 3, 1, 0]);

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
      { shown: false, reason: "hidden-few-raters" },
      { shown: false, reason: "hidden-subtraction" },
    ],
    [
      { shown: false, reason: "hidden-subtraction" },
      { shown: false, reason: "hidden-subtraction" },
    ],
  ]);
});

test("a cell where all, or all but one, gave the lowest answer is in no exact figure; totals over it tell a range", () => {
  for (const alike of [
    [9, 0, 0, 0, 0],
    [8, 0, 0, 1, 0],
  ]) {
    const cells = [
      [answers(alike), mixed(8)],
      [mixed(7), mixed(6)],
    ];
    const input = { ...table([[], []]), columns: ["c0", "c1"], cells };
    const shown = protectTable({ ...input, answers: { scale, chance: show } }, standardPolicy);
    expect(shown.cells[0]?.[0]).toMatchObject({ reason: "hidden-near-end", low: 1, n: 9 });
    for (const [figure, n] of [
      [shown.rowTotals[0], 17],
      [shown.columnTotals[0], 16],
      [shown.total, 30],
    ] as const)
      expect(figure).toMatchObject({ reason: "hidden-near-end", n });
    expect(shown.cells.flat().filter((figure) => figure.shown)).toHaveLength(3);
    expect(shown.rowTotals[1]?.shown).toBe(true);
    const plain = { ...standardPolicy, alike: "show" } as const;
    expect(protectTable(input, plain).cells[0]?.[0]?.shown).toBe(true);
  }
});

test("others are withheld as cover, by chance; then the whole table looks the same", () => {
  const tableOf = (counts: readonly number[], chance: () => number) =>
    protectTable(
      {
        rows: ["r", "s"],
        columns: ["a", "b"],
        cells: [
          [answers(counts), mixed(9)],
          [answers([0, 1, 1, 0, 0]), mixed(7)],
        ],
        answers: { scale, chance },
      },
      standardPolicy,
    );
  const cover = [0, 0, 0, 2, 4];
  expect(tableOf(cover, show).cells[0]?.[0]).not.toMatchObject({ reason: "hidden-near-end" });
  const withheld = tableOf(cover, () => 0);
  expect(withheld.cells[0]?.[0]).toMatchObject({ reason: "hidden-near-end" });
  for (const alike of [
    [0, 0, 0, 0, 6],
    [0, 0, 1, 0, 5],
  ])
    expect(tableOf(alike, () => 0)).toEqual(withheld);
});

test("where nearly everyone gave one answer no cell of that size is shown", () => {
  const marginals = [0.001, 0.001, 0.001, 0.001, 0.996];
  const shown = protectTable(
    {
      rows: ["r"],
      columns: ["a", "b"],
      cells: [[mixed(6), mixed(6)]],
      answers: { scale, marginals, chance: show },
    },
    standardPolicy,
  );
  expect(shown.cells[0]?.[0]).toEqual({ shown: false, reason: "hidden-one-answer-everywhere" });
  expect(shown.total.shown).toBe(false);
});

const cell = fc
  .array(fc.constantFrom(1, 1, 2, 3, 4, 5, 5, 5), { maxLength: 9 })
  .map((values): Cell => answers([1, 2, 3, 4, 5].map((p) => values.filter((v) => v === p).length)));
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
    fc.property(grid, fc.boolean(), (cells, cover) => {
      const rules = { scale, chance: () => (cover ? 0 : 0.999) };
      const input = { ...table(cells.map((row) => row.map(({ n }) => n))), cells, answers: rules };
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
      // Cells that are withheld are in no exact figure at all.
      for (const { id, r, c } of filled) {
        const figure = shown.cells[r]?.[c];
        if (figure?.shown !== false || figure.reason !== "hidden-near-end") continue;
        expect(statements.filter(({ over }) => over.includes(id))).toEqual([]);
      }
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
  expect(() =>
    protectTable({ ...input, answers: { scale, chance: show } }, standardPolicy),
  ).toThrow('Cell "r0", "c0" has no counts');
});
