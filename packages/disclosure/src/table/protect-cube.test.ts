import fc from "fast-check";
import { expect, test } from "vitest";
import { RowSpace } from "../bounds/row-space.ts";
import { standardPolicy } from "../policy.ts";
import { type CubeInput, protectCube } from "./protect-cube.ts";

const attributes = [
  { name: "department", values: ["a", "b"] },
  { name: "level", values: ["x", "y"] },
  { name: "country", values: ["s", "t"] },
];

const cube = (counts: readonly number[]): CubeInput => ({
  attributes,
  cells: counts.map((n, at) => ({ at: [at & 1, (at >> 1) & 1, (at >> 2) & 1], n, sum: 3 * n })),
});

const shown = (input: CubeInput) =>
  protectCube(input, standardPolicy).figures.filter(({ figure }) => figure.shown);

test("a full cube of large cells shows everything: 8 cells, 12 edges, 6 faces, the total", () => {
  expect(shown(cube([9, 9, 9, 9, 9, 9, 9, 9]))).toHaveLength(27);
});

test("one small cell is hidden together with others that would give it away", () => {
  const figures = protectCube(cube([2, 9, 9, 9, 9, 9, 9, 9]), standardPolicy).figures;
  const hidden = figures.filter(({ figure }) => !figure.shown);
  expect(hidden.map(({ at }) => at.join())).toContain("0,0,0");
  expect(hidden.length).toBeGreaterThan(1);
});

test("always: no group of cells with fewer than k people follows from the shown figures", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(counts, (list) => {
      const input = cube(list);
      const space = new RowSpace(8);
      for (const { at } of shown(input)) {
        const match = (cell: readonly number[]) =>
          cell.every((value, a) => at[a] === null || at[a] === value);
        space.add(input.cells.map((cell) => (cell.n > 0 && match(cell.at) ? 1n : 0n)));
      }
      for (let mask = 1; mask < 256; mask++) {
        const inside = list.map((_, at) => (mask & (1 << at)) !== 0);
        if (inside.some((is, at) => is && list[at] === 0)) continue;
        const people = list.reduce((sum, n, at) => sum + (inside[at] ? n : 0), 0);
        if (people < 5) expect(space.contains(inside.map((is) => (is ? 1n : 0n)))).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test("cells outside the attributes, or twice, are refused", () => {
  const cell = { at: [0, 0, 0], n: 5, sum: 9 };
  expect(() => protectCube({ attributes, cells: [cell, cell] }, standardPolicy)).toThrow("twice");
  expect(() =>
    protectCube({ attributes, cells: [{ ...cell, at: [0, 2, 0] }] }, standardPolicy),
  ).toThrow("outside");
});

const scale = { low: 1, high: 5 };

/** Eight cells in which so many gave each point. */
const answered = (counts: readonly (readonly number[])[]): CubeInput["cells"] =>
  counts.map((own, at) => ({
    at: [at & 1, (at >> 1) & 1, (at >> 2) & 1],
    n: own.reduce((sum, count) => sum + count, 0),
    sum: own.reduce((sum, count, point) => sum + count * (point + 1), 0),
    counts: own,
  }));

test("a cell in which all gave the same is withheld, and nothing gives it back", () => {
  const mixed = [1, 2, 3, 2, 1];
  const cells = answered([[0, 0, 0, 0, 6], mixed, mixed, mixed, mixed, mixed, mixed, mixed]);
  const answers = { scale, chance: () => 0.999 };
  const { figures } = protectCube({ attributes, cells, answers }, standardPolicy);
  const of = (at: string) => figures.find((each) => each.at.join() === at)?.figure;
  expect(of("0,0,0")).toEqual({ shown: false, reason: "hidden-few-or-alike" });
  // What is shown may not leave the withheld cell as a difference of two.
  const edges = [",0,0", "0,,0", "0,0,"].map((at) => of(at)?.shown === true);
  const neighbours = ["1,0,0", "0,1,0", "0,0,1"].map((at) => of(at)?.shown === true);
  for (const [at, shownEdge] of edges.entries()) expect(shownEdge && neighbours[at]).toBe(false);
  const plain = protectCube({ attributes, cells }, standardPolicy);
  expect(plain.figures.every(({ figure }) => figure.shown)).toBe(true);
});

test("answers that are not those of a cell are refused", () => {
  const [first, ...rest] = answered(Array.from({ length: 8 }, () => [1, 2, 3, 2, 1]));
  const answers = { scale, chance: () => 0 };
  const cells = [{ ...first, at: [0, 0, 0], n: 9, sum: 28 }, ...rest] as CubeInput["cells"];
  expect(() => protectCube({ attributes, cells, answers }, standardPolicy)).toThrow("Cell 0, 0, 0");
});
