import fc from "fast-check";
import { expect, test } from "vitest";
import { RowSpace } from "../bounds/row-space.ts";
import { standardPolicy } from "../policy.ts";
import { type Contributions, nextSnapshot, type Snapshot } from "./next-snapshot.ts";

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `p${from + at}`);

const step = (before: Snapshot | null, now: Contributions) =>
  nextSnapshot(before, now, standardPolicy);

test("a figure stays where it was until k new contributors entered it", () => {
  const first = step(null, { all: people(0, 12) });
  expect(first.figures.all?.state).toBe("changed");
  const late = step(first.snapshot, { all: people(0, 14) });
  expect(late.figures.all).toEqual({ state: "waiting", contributors: people(0, 12) });
  const enough = step(late.snapshot, { all: people(0, 17) });
  expect(enough.figures.all).toEqual({ state: "changed", contributors: people(0, 17) });
});

test("a figure that was never shown is hidden, not waiting", () => {
  expect(step(null, { all: people(0, 4) }).figures.all).toEqual({
    state: "hidden",
    contributors: [],
  });
});

test("one person leaving, or changing an answer, shows in nothing by itself", () => {
  const first = step(null, { all: people(0, 12) });
  const left = step(first.snapshot, { all: people(1, 12) });
  expect(left.figures.all?.state).toBe("waiting");
  const changed = step(first.snapshot, { all: [...people(1, 12), "p0 revised"] });
  expect(changed.figures.all?.state).toBe("waiting");
  const same = step(first.snapshot, { all: people(0, 12).reverse() });
  expect(same.figures.all?.state).toBe("unchanged");
});

test("six new in all and five in one part would tell of the sixth, so the part waits", () => {
  const first = step(null, { all: people(0, 20), a: people(0, 10) });
  expect(first.figures.a?.state).toBe("changed");
  const next = step(first.snapshot, {
    all: people(0, 26),
    a: [...people(0, 10), ...people(20, 25)],
  });
  expect(next.figures.all?.state).toBe("changed");
  expect(next.figures.a?.state).toBe("waiting");
});

test("what a withdrawn figure told is not forgotten", () => {
  const first = step(null, { all: people(0, 20), a: people(0, 10) });
  const withdrawn = step(first.snapshot, { all: people(0, 20) });
  const again = step(withdrawn.snapshot, { all: people(0, 20), a: people(0, 9) });
  expect(again.figures.a?.state).toBe("hidden");
});

test("five who arrive and all give the top answer wait, when values are passed", () => {
  const of = Object.fromEntries(people(0, 18).map((key, at) => [key, at < 12 ? 3 : 5]));
  const values = { of, scale: { low: 1, high: 5 }, chance: () => 0.999 };
  const first = nextSnapshot(null, { all: people(0, 12) }, standardPolicy, values);
  const next = nextSnapshot(first.snapshot, { all: people(0, 18) }, standardPolicy, values);
  expect(next.figures.all?.state).toBe("waiting");
  const blind = step(step(null, { all: people(0, 12) }).snapshot, { all: people(0, 18) });
  expect(blind.figures.all?.state).toBe("changed");
});

test("always: over any course of snapshots nothing published isolates fewer than k", () => {
  const figure = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 3 });
  const course = fc.array(fc.record({ a: figure, b: figure }), { minLength: 1, maxLength: 5 });
  const policy = { ...standardPolicy, minimumInTables: 3 };
  fc.assert(
    fc.property(course, (moments) => {
      const space = new RowSpace(10);
      let before: Snapshot | null = null;
      for (const moment of moments) {
        const now = { a: moment.a.map(String), b: moment.b.map(String) };
        const next = nextSnapshot(before, now, policy);
        for (const { contributors } of Object.values(next.figures)) {
          space.add(
            Array.from({ length: 10 }, (_, p) => (contributors.includes(`${p}`) ? 1n : 0n)),
          );
        }
        before = next.snapshot;
      }
      for (let mask = 1; mask < 1024; mask++) {
        const bits = Array.from({ length: 10 }, (_, p) => (mask & (1 << p) ? 1n : 0n));
        if (bits.filter((bit) => bit === 1n).length < 3) expect(space.contains(bits)).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});
