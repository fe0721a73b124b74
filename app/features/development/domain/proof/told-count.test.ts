import { nextSnapshot, type Snapshot, standardPolicy } from "@twohats/disclosure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contributionsTo, countOf, type Followed } from "./followed.ts";
import { type ToldCount, toldCount } from "./told-count.ts";

const LEAST = standardPolicy.minimumInTables;

test("exactly where enough did and enough did not; else that they were few, or nearly all; nothing of small rounds", () => {
  expect(toldCount({ n: 20, did: 8 }, 5)).toEqual({ told: "count", n: 20, did: 8 });
  for (const did of [0, 1, 4])
    expect(toldCount({ n: 20, did }, 5)).toEqual({ told: "few", n: 20, least: 5 });
  for (const did of [16, 20])
    expect(toldCount({ n: 20, did }, 5)).toEqual({ told: "nearly-all", n: 20, least: 5 });
  for (const did of [0, 5, 9])
    expect(toldCount({ n: 9, did }, 5)).toEqual({ told: "too-few", least: 10 });
});

test("whoever knows of fewer than five that they did, or did not, learns of nobody else for sure", () => {
  for (let n = 1; n <= 30; n += 1)
    for (let did = 0; did <= n; did += 1) {
      const told = toldCount({ n, did }, LEAST);
      const possible = Array.from({ length: n + 1 }, (_, each) => each).filter(
        (each) => JSON.stringify(toldCount({ n, did: each }, LEAST)) === JSON.stringify(told),
      );
      // Whatever four they know of, some of the others may have, and some may not have.
      const known = LEAST - 1;
      const [least = 0, most = 0] = [Math.min(...possible), Math.max(...possible)];
      expect(most, `${n} ${did}`).toBeGreaterThan(0);
      expect(n - least, `${n} ${did}`).toBeGreaterThan(0);
      if (told.told === "count") {
        expect(did).toBeGreaterThan(known);
        expect(n - did).toBeGreaterThan(known);
      }
    }
});

test("told over time, it moves only once five people at least did it or took it back since it was told last", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 19 }), { minLength: 1, maxLength: 40 }),
      (doing) => {
        const did = new Set<number>();
        let before: Snapshot | null = null;
        let told: { figure: ToldCount; did: Set<number> } | null = null;
        for (const person of doing) {
          if (!did.delete(person)) did.add(person);
          const people: Followed[] = Array.from({ length: 20 }, (_, at) => ({
            ...{ personId: `p${at}`, chose: did.has(at), planned: false, practised: false },
          }));
          const now = { chose: contributionsTo("chose", people) };
          const { snapshot, figures } = nextSnapshot(before, now, standardPolicy);
          before = snapshot;
          if (figures.chose?.state !== "changed") continue;
          const figure = toldCount(countOf("chose", people), LEAST);
          if (told) expect(told.did.symmetricDifference(did).size).toBeGreaterThanOrEqual(LEAST);
          told = { figure, did: new Set(did) };
        }
        expect(told).not.toBeNull();
      },
    ),
    { numRuns: 200 },
  );
});
