import fc from "fast-check";
import { expect, test } from "vitest";
import { evidenceSources } from "../evidence.ts";
import { levelAges } from "../level-age.ts";
import { packCells, unpackCells } from "./cells.ts";

const days = { fresh: "2026-02-01", year: "2024-12-01", older: "2020-01-01" };
const hundredth = fc.integer({ min: 100, max: 1000 }).map((value) => value / 100);

test("a cell comes out as it went in, to a hundredth of a level, whatever it rests on", () => {
  const cell = fc.record({
    level: fc.option(
      fc.record({
        ...{ estimate: hundredth, lower: hundredth, upper: hundredth },
        sd: fc.constant(0.5),
        age: fc.constantFrom(...levelAges),
        sources: fc.uniqueArray(fc.constantFrom(...evidenceSources), { minLength: 1 }),
      }),
    ),
    needed: fc.option(fc.integer({ min: 1, max: 10 })),
  });
  fc.assert(
    fc.property(fc.array(cell), (row) => {
      const packed = packCells(
        row.map(({ level, needed }) => ({
          level: level ? { ...level, n: 1, newestOn: days[level.age] } : undefined,
          needed: needed === null ? null : { level: needed, weight: 1 },
        })),
        "2026-03-02",
      );
      const cells = unpackCells(packed);
      expect(cells).toHaveLength(row.length);
      for (const [at, { level, needed }] of row.entries()) {
        const cell = cells[at]!;
        expect(cell.needed).toBe(needed);
        if (!level) {
          expect(cell).toMatchObject({ level: null, sources: [], short: false });
          continue;
        }
        const { estimate, lower, upper, age } = level;
        expect(cell.level).toEqual({ estimate, lower, upper, age });
        expect(new Set(cell.sources)).toEqual(new Set(level.sources));
      }
    }),
  );
});

test("not assessed is never a level, and never short", () => {
  const [cell] = unpackCells(
    packCells([{ level: undefined, needed: { level: 5, weight: 1 } }], "2026-03-02"),
  );
  expect(cell).toEqual({ level: null, sources: [], needed: 5, short: false });
});

test("clearly short is marked, and what the range leaves open is not", () => {
  const at = (estimate: number, half: number) => ({
    ...{ estimate, sd: half / 1.28, lower: estimate - half, upper: estimate + half },
    ...{ n: 1, newestOn: days.fresh, sources: ["manager" as const] },
  });
  const needed = { level: 4, weight: 1 };
  const cells = unpackCells(
    packCells(
      [
        { level: at(2, 0.8), needed },
        { level: at(3, 0.8), needed },
        { level: at(4, 0.2), needed },
        { level: at(2, 0.8), needed: null },
      ],
      "2026-03-02",
    ),
  );
  expect(cells.map(({ short }) => short)).toEqual([true, false, false, false]);
});
