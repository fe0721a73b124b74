import fc from "fast-check";
import { expect, test } from "vitest";
import { linearBounds, pinnedUnits } from "./linear-bounds.ts";
import { narrowBounds } from "./narrow-bounds.ts";

const people = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `${at}`, people: 1 }));
const placeOf = (n: number) => new Map(people(n).map(({ id }, at) => [id, at]));

test("finds what only a combination of totals pins: a + b, b + c and a + c", () => {
  // a + b = 9, b + c = 8 and a + c = 9 leave a = 5 and b = c = 4.
  const statements = [
    { over: ["0", "1"], sum: 9 },
    { over: ["1", "2"], sum: 8 },
    { over: ["0", "2"], sum: 9 },
  ];
  const bounds = linearBounds(people(3), statements, placeOf(3), 1, 5);
  expect(bounds.map(({ low, high }) => [low, high])).toEqual([
    [5, 5],
    [4, 4],
    [4, 4],
  ]);
  expect(pinnedUnits(people(3), statements, placeOf(3), 1, 5)).toHaveLength(3);
});

const truth = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 });
const cuts = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), {
  minLength: 1,
  maxLength: 4,
});

test("always: bounds contain every set of whole answers, lie within interval bounds, and agree with what is pinned", () => {
  fc.assert(
    fc.property(truth, cuts, (answers, list) => {
      const sum = (values: readonly number[], cut: readonly number[]) =>
        cut.reduce((total, at) => total + (values[at] ?? 0), 0);
      const statements = list.map((cut) => ({ over: cut.map(String), sum: sum(answers, cut) }));
      const bounds = linearBounds(people(6), statements, placeOf(6), 1, 3);
      for (let world = 0; world < 3 ** 6; world++) {
        const values = answers.map((_, at) => 1 + (Math.floor(world / 3 ** at) % 3));
        if (list.some((cut) => sum(values, cut) !== sum(answers, cut))) continue;
        for (const [at, { low, high }] of bounds.entries()) {
          expect(values[at]).toBeGreaterThanOrEqual(low - 1e-6);
          expect(values[at]).toBeLessThanOrEqual(high + 1e-6);
        }
      }
      const wider = narrowBounds(people(6), [], statements, placeOf(6), 1, 3);
      for (const [at, { low, high }] of bounds.entries()) {
        expect(low).toBeGreaterThanOrEqual((wider[at]?.low ?? 0) - 1e-6);
        expect(high).toBeLessThanOrEqual((wider[at]?.high ?? 9) + 1e-6);
      }
      const fixed = bounds.flatMap(({ low, high }, at) => (high - low < 1e-6 ? [at] : []));
      const pinned = pinnedUnits(people(6), statements, placeOf(6), 1, 3);
      expect(pinned.map(({ at }) => at)).toEqual(fixed);
    }),
    { numRuns: 60 },
  );
});
