import fc from "fast-check";
import { expect, test } from "vitest";
import { proportionInterval } from "./proportion-interval.ts";

/** Newcombe (1998, Statistics in Medicine 17, 857-872), table I: the intervals at 95 % of method 3. */
const published = [
  { count: 81, of: 263, lower: 0.2553, upper: 0.3662 },
  { count: 15, of: 148, lower: 0.0624, upper: 0.1605 },
  { count: 0, of: 20, lower: 0, upper: 0.1611 },
  { count: 1, of: 29, lower: 0.0061, upper: 0.1718 },
];

test.each(published)("as published: $count of $of", ({ count, of, lower, upper }) => {
  const found = proportionInterval({ count, of });
  expect(found?.share).toBe(count / of);
  expect(found?.lower).toBeCloseTo(lower, 4);
  expect(found?.upper).toBeCloseTo(upper, 4);
  expect(found?.level).toBe(0.95);
});

test("where nobody or everybody is counted one end is exact and the other z² / (n + z²) away", () => {
  const z2 = 1.959963984540054 ** 2;
  for (const n of [1, 3, 7, 20, 999]) {
    const [nobody, everybody] = [0, n].map((count) => proportionInterval({ count, of: n }));
    expect(nobody).toMatchObject({ share: 0, lower: 0 });
    expect(nobody?.upper).toBeCloseTo(z2 / (n + z2), 12);
    expect(everybody).toMatchObject({ share: 1, upper: 1 });
    expect(everybody?.lower).toBeCloseTo(n / (n + z2), 12);
  }
});

const anyShare = fc
  .integer({ min: 1, max: 5000 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((count) => ({ count, of })));

test("both ends are where the share is z standard errors away, by the definition", () => {
  fc.assert(
    fc.property(anyShare, fc.constantFrom(0.8, 0.95, 0.99), ({ count, of }, level) => {
      const found = proportionInterval({ count, of }, { level });
      if (!found) throw new Error("no interval of people who are there");
      const z = { 0.8: 1.2815515655446004, 0.95: 1.959963984540054, 0.99: 2.5758293035489004 }[
        level
      ] as number;
      for (const end of [found.lower, found.upper]) {
        if (end === found.share) continue;
        const apart = Math.abs(found.share - end) / Math.sqrt((end * (1 - end)) / of);
        expect(apart).toBeCloseTo(z, 6);
      }
      expect(found.lower).toBeLessThanOrEqual(found.share);
      expect(found.upper).toBeGreaterThanOrEqual(found.share);
      const turned = proportionInterval({ count: of - count, of }, { level });
      expect(turned?.lower).toBeCloseTo(1 - found.upper, 12);
      expect(turned?.upper).toBeCloseTo(1 - found.lower, 12);
    }),
  );
});

test("says nothing where nobody was asked, and refuses what is no count", () => {
  expect(proportionInterval({ count: 0, of: 0 })).toBeNull();
  for (const [count, of] of [
    [-1, 10],
    [11, 10],
    [0.5, 10],
    [1, 10.5],
    [Number.NaN, 10],
  ] as const)
    expect(() => proportionInterval({ count, of })).toThrow(`No share: ${count} of ${of}.`);
  expect(() => proportionInterval({ count: 1, of: 2 }, { level: 1 })).toThrow(RangeError);
});
