import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { spearmanBrown } from "../reliability/spearman-brown.ts";
import { trueScore } from "../reliability/true-score.ts";
import { monthsAtWork } from "./ageing.ts";
import { carriedVariance, mergedLevel } from "./carried-variance.ts";
import { proficiencyDefaults } from "./defaults.ts";
import { estimateLevel } from "./estimate-level.ts";
import type { LevelSource } from "./level-source.ts";
import { chanceOfMeeting, expectedGap } from "./required-level.ts";

const scale = { low: 1, high: 5 };
const now = 0;
const rater = (level: number, raters = 1): LevelSource => ({ kind: "rater", at: 0, level, raters });
const self = (level: number): LevelSource => ({ kind: "self", at: 0, level });
const sdOf = (sources: LevelSource[], job: "manager" | "other" = "manager") =>
  estimateLevel(sources, { scale, now, job })!.sd;

describe("what is left of a spread of one level", () => {
  test("is .66, .52 and .45 after one, two and three raters of a manager, .96 after a self-assessment", () => {
    expect(sdOf([rater(4)]).toFixed(2)).toBe("0.66");
    expect(sdOf([rater(4), rater(2)]).toFixed(2)).toBe("0.52");
    expect(sdOf([rater(4), rater(2), rater(3)]).toFixed(2)).toBe("0.45");
    expect(sdOf([self(5)]).toFixed(2)).toBe("0.96");
  });

  test("is what Spearman and Brown leave of the reliability, for any number of raters and either kind of job", () => {
    for (const job of ["manager", "other"] as const) {
      for (const raters of [1, 2, 3, 8]) {
        const reliability = spearmanBrown(proficiencyDefaults.raterReliability[job], raters)!;
        expectClose(sdOf([rater(4, raters)], job), Math.sqrt(1 - reliability), 1e-12);
      }
    }
  });
});

test("one rater's level is drawn to the middle as Kelley's true score is", () => {
  const reliability = 0.68;
  const kelley = trueScore(5, { mean: 3, sd: Math.sqrt(1 / reliability), reliability });
  const found = estimateLevel([rater(5)], { scale, now, population: { mean: 3, sd: 1 } })!;
  expectClose(found.estimate, kelley.estimate, 1e-12);
  expectClose(found.sd, kelley.standardError, 1e-12);
});

test("a self-assessment moves by r as much as it stands out, in spreads", () => {
  const found = estimateLevel([self(5)], { scale, now, raterReliability: 0.64 })!;
  // People spread themselves by 1 / sqrt(.64) = 1.25 levels: two levels are 1.6 spreads, of which .29 count.
  expectClose(found.estimate, 3 + 0.29 * 1.6, 1e-12);
});

test("a mean of three raters says what three raters say one by one", () => {
  const one = estimateLevel([rater(4, 3)], { scale, now })!;
  const three = estimateLevel([rater(3), rater(5), rater(4)], { scale, now })!;
  expectClose(one.estimate, three.estimate, 1e-12);
  expectClose(one.sd, three.sd, 1e-12);
});

describe("an agreed level", () => {
  const sources: LevelSource[] = [
    { id: "self", kind: "self", at: 0, level: 5 },
    { id: "manager", kind: "rater", at: 0, level: 3 },
  ];
  const agreed: LevelSource = {
    id: "agreed",
    kind: "agreed",
    at: 1,
    level: 4,
    replaces: ["self", "manager"],
  };
  const options = { scale, now: 1, ageingPerMonth: 0 };

  test("takes the place of the two it came from, and is no third", () => {
    const found = estimateLevel([...sources, agreed], options)!;
    expect(found).toEqual(estimateLevel([{ ...rater(4), at: 1 }], options));
    expect(found.n).toBe(1);
  });

  test("does so only from its day on", () => {
    const before = estimateLevel([...sources, agreed], { ...options, now: 0 })!;
    expect(before).toEqual(estimateLevel(sources, { ...options, now: 0 }));
  });

  test("gives way to a later one", () => {
    const later: LevelSource = { kind: "agreed", at: 2, level: 2, replaces: ["agreed"] };
    const found = estimateLevel([...sources, agreed, later], { ...options, now: 2 })!;
    expect(found).toEqual(estimateLevel([{ ...rater(2), at: 2 }], { ...options, now: 2 }));
  });
});

describe("ageing", () => {
  test("adds .024 of the population's variance a month at work, up to the whole", () => {
    const found = (months: number) => estimateLevel([rater(4)], { scale, now: months })!;
    expectClose(found(10).sd ** 2, 0.32 + 0.24, 1e-12);
    expectClose(found(28).sd ** 2, 0.32 + 0.672, 1e-12);
    expect(found(29).sd).toBe(1);
    expect(found(1000)).toMatchObject({ estimate: found(0).estimate, sd: 1 });
    const wide = { scale, now: 10, population: { mean: 3, sd: 2 } };
    expectClose(estimateLevel([rater(4)], wide)!.sd ** 2, 4 * (0.32 + 0.24), 1e-12);
  });

  test("rests during leave", () => {
    const pauses = [{ from: 2, to: 8 }];
    const away = estimateLevel([rater(4)], { scale, now: 10, pauses })!;
    expect(away).toEqual(estimateLevel([rater(4)], { scale, now: 4 }));
  });

  test("counts overlapping and open leaves once, and only what lies between", () => {
    const leaves = [
      { from: 6, to: 9 },
      { from: 5, to: 7 },
      { from: -3, to: 1 },
      { from: 11, to: Number.POSITIVE_INFINITY },
    ];
    expect(monthsAtWork(0, 12, leaves)).toBe(12 - 1 - 4 - 1);
    expect(monthsAtWork(3, 3, leaves)).toBe(0);
    expect(monthsAtWork(0, 12, [{ from: 4, to: 2 }])).toBe(12);
  });

  test("what is said later weighs more than what is old", () => {
    const said = (first: number, second: number) =>
      estimateLevel(
        [
          { ...rater(first), at: 0 },
          { ...rater(second), at: 20 },
        ],
        { scale, now: 20 },
      )!.estimate;
    expect(said(2, 4)).toBeGreaterThan(said(4, 2));
  });
});

test("a changed wording widens the range on its day and keeps the level", () => {
  const carried = { kind: "carried", at: 3, variance: carriedVariance(0.95) } as const;
  const options = { scale, now: 3, ageingPerMonth: 0 };
  const [was, is] = [
    estimateLevel([rater(4)], options)!,
    estimateLevel([rater(4), carried], options)!,
  ];
  expect(is.estimate).toBe(was.estimate);
  expectClose(is.sd ** 2 - was.sd ** 2, 0.1, 1e-12);
  expect(is.n).toBe(1);
  expect(estimateLevel([rater(4), carried], { ...options, now: 2 })).toEqual({ ...was });
  expect(estimateLevel([carried], options)).toBeNull();
  expect(carriedVariance(1)).toBe(0);
  expect(carriedVariance(0, 2)).toBe(8);
});

test("merged levels are their mean, and surer than one of them", () => {
  const merged = mergedLevel([
    { estimate: 2, sd: 0.6 },
    { estimate: 5, sd: 0.8 },
  ])!;
  expectClose(merged.estimate, 3.5, 1e-12);
  expectClose(merged.sd, 0.5, 1e-12);
  expect(mergedLevel([])).toBeNull();
});

describe("edges", () => {
  test("nobody has said anything, or not yet: no level", () => {
    expect(estimateLevel([], { scale, now })).toBeNull();
    expect(estimateLevel([{ ...rater(4), at: 1 }], { scale, now })).toBeNull();
  });

  test("what leaves no doubt is the level, whatever else was said; two such on one day count alike", () => {
    const sure = (level: number): LevelSource => ({ kind: "measured", at: 0, level, spread: 0 });
    expect(estimateLevel([rater(1), sure(4)], { scale, now })).toMatchObject({
      ...{ estimate: 4, sd: 0, lower: 4, upper: 4 },
    });
    expect(estimateLevel([sure(2), sure(4)], { scale, now })).toMatchObject({ estimate: 3, sd: 0 });
    const later = [sure(4), { ...rater(1), at: 1 }];
    expect(estimateLevel(later, { scale, now: 1, ageingPerMonth: 0 })!.estimate).toBe(4);
    expect(estimateLevel(later, { scale, now: 1 })!.estimate).toBeLessThan(4);
  });

  test("the range ends where the scale does", () => {
    const top = estimateLevel([rater(5, 9)], { scale, now, population: { mean: 4.5, sd: 1 } })!;
    expect(top.upper).toBe(5);
    expect(top.lower).toBeGreaterThan(4);
  });

  test.each([
    [{ ...rater(6) }, "level 6 is not on the scale"],
    [{ ...rater(Number.NaN) }, "level NaN is not on the scale"],
    [{ ...rater(3, 0) }, "0 raters"],
    [{ kind: "measured", at: 0, level: 3, spread: -1 }, "spread -1"],
    [{ ...rater(3), at: Number.NaN }, "time NaN"],
    [{ kind: "carried", at: 0, variance: -1 }, "variance -1"],
  ] as const)("refuses %o", (source, message) => {
    expect(() => estimateLevel([source as LevelSource], { scale, now })).toThrow(message);
  });

  test.each([
    [{ scale: { low: 2, high: 2 } }, "low < high"],
    [{ population: { mean: 3, sd: 0 } }, "a sd above 0"],
    [{ raterReliability: 0 }, "a reliability of 0"],
    [{ selfCorrelation: 1.1 }, "a reliability of 1.1"],
    [{ ageingPerMonth: -1 }, "ageing"],
    [{ now: Number.NaN }, "time"],
  ])("refuses options %o", (options, message) => {
    expect(() => estimateLevel([rater(3)], { scale, now, ...options })).toThrow(RangeError);
    expect(() => estimateLevel([rater(3)], { scale, now, ...options })).toThrow(message);
  });

  test("refuses spreads and correlations that are none", () => {
    expect(() => chanceOfMeeting({ estimate: 3, sd: -1 }, 3)).toThrow("sd -1");
    expect(() => expectedGap({ estimate: 3, sd: Number.NaN }, 3)).toThrow("sd NaN");
    expect(() => carriedVariance(1.1)).toThrow("correlation 1.1");
  });
});

describe("a required level", () => {
  test("is met from half a level below on; an even chance there", () => {
    expect(chanceOfMeeting({ estimate: 3.5, sd: 0.7 }, 4)).toBe(0.5);
    expectClose(chanceOfMeeting({ estimate: 4, sd: 0.5 }, 4), 0.8413447460685429, 1e-12);
    expect(chanceOfMeeting({ estimate: 3.5, sd: 0 }, 4)).toBe(1);
    expect(chanceOfMeeting({ estimate: 3.49, sd: 0 }, 4)).toBe(0);
  });

  test("leaves a gap that is the mean of what is missing, by numerical integration", () => {
    for (const [estimate, sd, required] of [
      [3, 0.66, 4],
      [4.2, 0.96, 4],
      [1, 0.3, 5],
      [5, 0.2, 2],
    ] as const) {
      const numbers = { estimate, sd };
      expectClose(expectedGap(numbers, required), integratedGap(numbers, required), 1e-6);
    }
    expect(expectedGap({ estimate: 3, sd: 0 }, 4)).toBe(1);
    expect(expectedGap({ estimate: 5, sd: 0 }, 4)).toBe(0);
    // Half a level below meets it, and has half a level to go.
    expect(expectedGap({ estimate: 3.5, sd: 0 }, 4)).toBe(0.5);
  });
});

/** Simpson's rule over what lies below the required level, twelve spreads far. */
function integratedGap({ estimate, sd }: { estimate: number; sd: number }, required: number) {
  const [steps, from] = [20_000, estimate - 12 * sd];
  if (required <= from) return 0;
  const width = (required - from) / steps;
  let sum = 0;
  for (let at = 0; at <= steps; at++) {
    const level = from + at * width;
    const density = Math.exp(-0.5 * ((level - estimate) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
    const weight = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2;
    sum += weight * (required - level) * density;
  }
  return (sum * width) / 3;
}

const anySource: fc.Arbitrary<LevelSource> = fc
  .record({
    kind: fc.constantFrom("self", "rater", "measured"),
    at: fc.integer({ min: 0, max: 24 }),
    level: fc.integer({ min: 1, max: 5 }),
    raters: fc.integer({ min: 1, max: 6 }),
    spread: fc.double({ min: 0.1, max: 2, noNaN: true }),
  })
  .map((source) => source as LevelSource);
const someSources = fc.array(anySource, { minLength: 1, maxLength: 8 });

describe("whatever was said", () => {
  test("waiting never moves the level and never narrows the range", () => {
    fc.assert(
      fc.property(someSources, fc.integer({ min: 0, max: 200 }), (sources, months) => {
        const first = estimateLevel(sources, { scale, now: 24 })!;
        const later = estimateLevel(sources, { scale, now: 24 + months })!;
        expect(later.estimate).toBe(first.estimate);
        expect(later.sd).toBeGreaterThanOrEqual(first.sd);
        expect(later.sd).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("its order does not matter", () => {
    fc.assert(
      fc.property(someSources, (sources) => {
        const [a, b] = [sources, [...sources].reverse()].map(
          (each) => estimateLevel(each, { scale, now: 24 })!,
        );
        expectClose(a!.estimate, b!.estimate, 1e-9);
        expectClose(a!.sd, b!.sd, 1e-9);
      }),
    );
  });

  test("one more source never makes it less sure, and a higher level never a lower one", () => {
    fc.assert(
      fc.property(someSources, anySource, (sources, more) => {
        const options = { scale, now: 24 };
        const before = estimateLevel(sources, options)!;
        expect(estimateLevel([...sources, more], options)!.sd).toBeLessThanOrEqual(
          before.sd + 1e-12,
        );
        const lower = estimateLevel([...sources, { ...more, level: 1 }], options)!;
        const higher = estimateLevel([...sources, { ...more, level: 5 }], options)!;
        expect(higher.estimate).toBeGreaterThanOrEqual(lower.estimate);
      }),
    );
  });

  test("the level lies within its range, and that within the scale", () => {
    fc.assert(
      fc.property(someSources, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (said, level) => {
        const found = estimateLevel(said, { scale, now: 24, level })!;
        expect(found.lower).toBeGreaterThanOrEqual(1);
        expect(found.lower).toBeLessThanOrEqual(found.estimate);
        expect(found.upper).toBeGreaterThanOrEqual(found.estimate);
        expect(found.upper).toBeLessThanOrEqual(5);
      }),
    );
  });
});
