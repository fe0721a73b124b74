import fc from "fast-check";
import { expect, test } from "vitest";
import { isolates } from "../../testing/isolates.ts";
import { InformationSets } from "./information-sets.ts";
import { membersOf } from "./members.ts";

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const PEOPLE = 12;
const partsOf = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: PEOPLE, maxLength: PEOPLE });
const cuts = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: PEOPLE - 1 }), { minLength: 2 }), {
  maxLength: 6,
});

test("always: what is proved isolates nobody, and what follows is not counted twice", () => {
  let proved = 0;
  fc.assert(
    fc.property(partsOf, cuts, fc.integer({ min: 2, max: 4 }), (list, asked, k) => {
      const numbers = [...new Set(list)];
      const parts = Int32Array.from(list, (part) => numbers.indexOf(part));
      const told = numbers.map((_, at) => range(0, PEOPLE).filter((p) => parts[p] === at));
      let sets = InformationSets.over({ k, parts });
      expect(sets === null).toBe(told.some(({ length }) => length < k));
      for (const cut of asked) {
        const next = sets?.with(membersOf(cut, PEOPLE)) ?? null;
        if (next === null) continue;
        if (next !== "follows") sets = next;
        told.push(cut);
        proved++;
        expect(isolates(told, PEOPLE, k)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
  // A proof that never succeeds would pass as well.
  expect(proved).toBeGreaterThan(100);
});

test("a cut that leaves fewer than k on either side of a part is not proved, one that leaves k is", () => {
  const parts = new Int32Array(20);
  const proof = (inside: number) =>
    InformationSets.over({ k: 5, parts })?.with(membersOf(range(0, inside), 20));
  expect(proof(4)).toBeNull();
  expect(proof(5)).toBeInstanceOf(InformationSets);
  expect(proof(15)).toBeInstanceOf(InformationSets);
  expect(proof(16)).toBeNull();
  expect(proof(20)).toBe("follows");
});
