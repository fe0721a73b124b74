import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { decisionStudy } from "./decision-study.ts";
import { generalizability } from "./generalizability.ts";
import type { Rating } from "./score-table.ts";

/** Four ratees, three raters, two items. */
const scores = [
  [2, 4, 3, 5, 3, 4, 1, 2, 2, 4, 4, 5],
  [3, 5, 3, 4, 2, 5, 2, 2, 1, 5, 3, 5],
];
const ratings: Rating[] = scores.flatMap((row, item) =>
  row.map((value, at) => ({ ratee: Math.floor(at / 3), rater: at % 3, item, value })),
);
const withOwnRaters = ratings.map((r) => ({ ...r, rater: `${r.ratee}/${r.rater}` }));

function expectAll(found: object, expected: object) {
  for (const [name, value] of Object.entries(expected)) {
    const own = (found as Record<string, number>)[name];
    expect(Math.abs(own - value), name).toBeLessThan(1e-12);
  }
}

test("ratees x raters x items: components from R's mean squares, negative ones kept in raw and 0 beside", () => {
  const study = generalizability(ratings, "crossed")!;
  expect(study).toMatchObject({ n: 24, design: "crossed", ratees: 4, raters: 3, items: 2 });
  // summary(aov(v ~ p * r * i)): 8.0416, .2916, .0416, 1.9583, .2638, .2916, .5138.
  const raw = {
    ratee: 1.05555555555556,
    rater: -0.180555555555556,
    item: 0,
    rateeRater: 0.722222222222223,
    rateeItem: -0.0833333333333334,
    raterItem: -0.0555555555555554,
    residual: 0.513888888888889,
  };
  expectAll(study.raw, raw);
  expectAll(study.components, { ...raw, rater: 0, rateeItem: 0, raterItem: 0 });
  const error = 0.722222222222223 / 3 + 0.513888888888889 / 6;
  expectClose(study.relative, 1.05555555555556 / (1.05555555555556 + error), 1e-12);
  expectClose(study.absolute, study.relative as number, 1e-12);
});

test("raters within ratees, items crossed: components from R's mean squares", () => {
  const study = generalizability(withOwnRaters, "nested")!;
  expect(study).toMatchObject({ n: 24, design: "nested", ratees: 4, raters: 3, items: 2 });
  // summary(aov(v ~ p + p:r + i + p:i)): 8.0416, 1.5416, .0416, .2638, .4583.
  expectAll(study.raw, {
    ratee: 1.11574074074074,
    rater: 0.541666666666667,
    item: -0.0185185185185185,
    rateeItem: -0.0648148148148147,
    residual: 0.458333333333333,
    rateeRater: 0,
    raterItem: 0,
  });
  expectAll(study.components, { item: 0, rateeItem: 0 });
  const error = 0.541666666666667 / 3 + 0.458333333333333 / 6;
  expectClose(study.relative, 1.11574074074074 / (1.11574074074074 + error), 1e-12);
});

test("items that only differ in level: their variance, and nothing else of them, in both designs", () => {
  const offsets = [0, 1, 5];
  const items = offsets.flatMap((offset, item) =>
    ratings.filter((r) => r.item === 0).map((r) => ({ ...r, item, value: r.value + offset })),
  );
  const nested = items.map((r) => ({ ...r, rater: `${r.ratee}/${r.rater}` }));
  for (const [list, design] of [
    [items, "crossed"],
    [nested, "nested"],
  ] as const) {
    const { raw } = generalizability(list, design)!;
    expectAll(raw, { rateeItem: 0, raterItem: 0, residual: 0 });
    // The sample variance of the offsets.
    expectClose(raw.item, 7, 1e-12, design);
  }
});

test("two raters are enough to cross, two ratees to compare, one rater of several may be incomplete", () => {
  const two = generalizability(
    ratings.filter((r) => Number(r.rater) < 2 && Number(r.ratee) < 2),
    "crossed",
  );
  expect(two).toMatchObject({ n: 8, ratees: 2, raters: 2, items: 2 });
  const single = ratings.filter((r) => r.item === 0);
  const twoWay = generalizability(
    single.filter((r) => Number(r.rater) < 2),
    "crossed",
  );
  expect(twoWay).toMatchObject({ n: 8, design: "crossed", ratees: 4, raters: 2, items: 1 });
  const oneRater = (r: Rating) => r.rater === 0;
  expect(generalizability(ratings.filter(oneRater), "crossed")).toBeNull();
  expect(generalizability(single.filter(oneRater), "crossed")).toBeNull();
  // A ratee whose only rater left an item out is not counted; a rating that is no number is none.
  const alone = { ratee: 9, rater: "9/0", item: 0, value: 3 };
  const gap = { ratee: 9, rater: "9/0", item: 1, value: Number.NaN };
  const study = generalizability([...withOwnRaters, alone, gap], "nested");
  expect(study).toEqual(generalizability(withOwnRaters, "nested"));
});

test("a decision study takes every component to its own number of conditions", () => {
  const components = {
    ratee: 1,
    rater: 0.2,
    item: 0.3,
    rateeRater: 0.4,
    rateeItem: 0.5,
    raterItem: 0.6,
    residual: 0.7,
  };
  const [decision] = decisionStudy({ design: "crossed", components }, { raters: [2], items: [5] });
  const relative = 0.4 / 2 + 0.5 / 5 + 0.7 / 10;
  const absolute = relative + 0.2 / 2 + 0.3 / 5 + 0.6 / 10;
  expectClose(decision?.semRelative, Math.sqrt(relative), 1e-12);
  expectClose(decision?.semAbsolute, Math.sqrt(absolute), 1e-12);
  expectClose(decision?.relative, 1 / (1 + relative), 1e-12);
  expectClose(decision?.absolute, 1 / (1 + absolute), 1e-12);
  expect(() =>
    decisionStudy({ design: "crossed", components }, { raters: [1], items: [0] }),
  ).toThrow("above 0");
});
