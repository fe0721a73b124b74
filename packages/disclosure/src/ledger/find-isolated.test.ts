import fc from "fast-check";
import { expect, test } from "vitest";
import { findIsolated } from "./find-isolated.ts";
import { nullVectors } from "./null-vectors.ts";
import { reduceRows } from "./reduce-rows.ts";
import { smallUnions, tooMany } from "./small-unions.ts";

const rows = fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 8, maxLength: 8 }), {
  minLength: 1,
  maxLength: 6,
});
const weights = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 });

/** Groups whose zero-one vector adds nothing to the rank of the rows. */
function byTrying(given: readonly Int32Array[], people: readonly number[], k: number): string[] {
  const rank = reduceRows(given, people).length;
  const found: string[] = [];
  for (let mask = 1; mask < 256; mask++) {
    const vector = Int32Array.from(people, (_, at) => (mask >> at) & 1);
    const size = people.reduce((sum, weight, at) => sum + weight * (vector[at] ?? 0), 0);
    if (size < k && reduceRows([...given, vector], people).length === rank) {
      found.push([...vector.keys()].filter((at) => vector[at] === 1).join());
    }
  }
  return found;
}

test("matching halves finds every union that trying all finds, except some made of smaller ones", () => {
  fc.assert(
    fc.property(rows, weights, fc.integer({ min: 3, max: 9 }), (list, people, k) => {
      const given = list.map((row) => Int32Array.from(row));
      const [a, b] = nullVectors(reduceRows(given, people), 8);
      const found = smallUnions(people, a, b, k, 1000);
      if (found === tooMany) throw new Error("There are few.");
      const names = found.map((union) => union.toSorted((x, y) => x - y).join());
      const truth = byTrying(given, people, k);
      const inside = (small: string, large: string) =>
        small !== large && small.split(",").every((at) => large.split(",").includes(at));
      const smallest = truth.filter((large) => !truth.some((small) => inside(small, large)));
      for (const name of names) expect(truth).toContain(name);
      for (const name of smallest) expect(names).toContain(name);
    }),
    { numRuns: 150 },
  );
});

test("block by block, some union is found exactly when there is one", () => {
  fc.assert(
    fc.property(rows, weights, fc.integer({ min: 3, max: 9 }), (list, people, k) => {
      const given = list.map((row) => Int32Array.from(row));
      const found = findIsolated(given, people, k, 1);
      const truth = byTrying(given, people, k);
      if (found === tooMany) throw new Error("There are few.");
      expect(found.length > 0).toBe(truth.length > 0);
      for (const union of found) expect(truth).toContain(union.toSorted((x, y) => x - y).join());
    }),
    { numRuns: 150 },
  );
});

test("more small groups than can be searched are said to be too many", () => {
  const zeros = new Float64Array(500);
  expect(smallUnions(new Float64Array(500).fill(1), zeros, zeros, 5, 1)).toBe(tooMany);
});
