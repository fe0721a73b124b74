import fc from "fast-check";
import { expect, test } from "vitest";
import { RowSpace } from "../bounds/row-space.ts";
import type { Statement } from "../bounds/types.ts";
import { audit } from "./audit.ts";

const range = { k: 3, low: 1, high: 5 };
const people = (...ids: string[]) => ids.map((id) => ({ id, people: 1 }));

test("a total and the totals of all but one give the last one away, with the answer", () => {
  const found = audit(
    people("a", "b", "c", "d"),
    [
      { over: ["a", "b", "c", "d"], sum: 13 },
      { over: ["b", "c", "d"], sum: 9 },
    ],
    range,
  );
  expect(found.determined).toEqual([
    { units: ["a"], people: 1, sum: { numerator: 4n, denominator: 1n } },
  ]);
  expect(found.complete).toBe(true);
});

test("a pair that only follows together is reported as a pair", () => {
  const found = audit(
    people("a", "b", "c", "d", "e"),
    [
      { over: ["a", "b", "c", "d", "e"], sum: 15 },
      { over: ["c", "d", "e"], sum: 9 },
    ],
    range,
  );
  expect(found.determined.map(({ units }) => units)).toEqual([["a", "b"]]);
});

test("extreme totals give everyone away by their bounds, though not by algebra", () => {
  const found = audit(people("a", "b", "c"), [{ over: ["a", "b", "c"], sum: 15 }], range);
  expect(found.determined).toEqual([]);
  expect(found.bounds).toEqual(["a", "b", "c"].map((unit) => ({ unit, low: 5, high: 5 })));
});

test("near extremes leave narrow bounds, and chains of totals narrow each other", () => {
  const [a] = audit(people("a", "b", "c"), [{ over: ["a", "b", "c"], sum: 14 }], range).bounds;
  expect(a).toEqual({ unit: "a", low: 4, high: 5 });
  const chain = audit(
    people("a", "b", "c"),
    [
      { over: ["a", "b"], sum: 2 },
      { over: ["b", "c"], sum: 6 },
    ],
    range,
  );
  expect(chain.bounds.map(({ low }) => low)).toEqual([1, 1, 5]);
});

test("cells of a table are units of several people", () => {
  const units = [
    { id: "small", people: 2 },
    { id: "large", people: 9 },
  ];
  const found = audit(
    units,
    [
      { over: ["small", "large"], sum: 40 },
      { over: ["large"], sum: 33 },
    ],
    range,
  );
  expect(found.determined).toEqual([
    { units: ["small"], people: 2, sum: { numerator: 7n, denominator: 1n } },
  ]);
  expect(() => audit(units, [{ over: ["other"], sum: 1 }], range)).toThrow("other");
});

const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 7, maxLength: 7 });
const cuts = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), {
  maxLength: 5,
});

test("always: finds exactly the minimal groups that trying all groups finds, with their true sums, and true bounds", () => {
  fc.assert(
    fc.property(answers, cuts, (truth, list) => {
      const units = truth.map((_, at) => ({ id: `${at}`, people: 1 }));
      const statements: Statement[] = list.map((cut) => ({
        over: cut.map(String),
        sum: cut.reduce((sum, at) => sum + (truth[at] ?? 0), 0),
      }));
      const found = audit(units, statements, range);
      const space = new RowSpace(7);
      for (const cut of list) space.add(truth.map((_, at) => (cut.includes(at) ? 1n : 0n)));
      const expected: string[] = [];
      for (const size of [1, 2]) {
        for (let mask = 1; mask < 128; mask++) {
          const group = truth.flatMap((_, at) => (mask & (1 << at) ? [`${at}`] : []));
          if (group.length !== size) continue;
          if (!space.contains(truth.map((_, at) => (mask & (1 << at) ? 1n : 0n)))) continue;
          if (!group.some((id) => expected.includes(id))) expected.push(group.join());
        }
      }
      expect(found.determined.map(({ units: u }) => u.toSorted().join()).toSorted()).toEqual(
        expected.toSorted(),
      );
      for (const { units: u, sum } of found.determined) {
        const real = u.reduce((total, id) => total + (truth[Number(id)] ?? 0), 0);
        expect(Number(sum.numerator) / Number(sum.denominator)).toBe(real);
      }
      for (const { unit, low, high } of found.bounds) {
        expect(truth[Number(unit)]).toBeGreaterThanOrEqual(low - 1e-6);
        expect(truth[Number(unit)]).toBeLessThanOrEqual(high + 1e-6);
      }
    }),
    { numRuns: 80 },
  );
});
