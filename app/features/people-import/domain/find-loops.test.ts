import fc from "fast-check";
import { expect, test } from "vitest";
import { findLoops } from "./find-loops.ts";

test("finds every loop once and leaves out those who only lead into one", () => {
  const manager = new Map([
    ["a", "b"],
    ["b", "a"],
    ["c", "a"],
    ["d", "e"],
    ["f", "f"],
  ]);
  expect(findLoops("cabdef", (key) => manager.get(key))).toEqual([["a", "b"], ["f"]]);
});

test("whoever is not in a loop reaches the top, whoever is comes back to themselves", () => {
  const managers = fc.array(fc.option(fc.nat(19)), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(managers, (managerOf) => {
      const loops = findLoops(managerOf.keys(), (key) => managerOf[key]);
      const inLoop = loops.flat();
      expect(new Set(inLoop).size).toBe(inLoop.length);
      for (const start of managerOf.keys()) {
        let current: number | null | undefined = managerOf[start];
        for (let step = 0; step < 20 && current != null && current !== start; step += 1) {
          current = managerOf[current];
        }
        expect(inLoop.includes(start)).toBe(current === start);
      }
    }),
  );
});
