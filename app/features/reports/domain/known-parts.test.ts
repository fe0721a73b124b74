import { expect, test } from "vitest";
import { itemVariance, knownOfCompetency, knownOfHat, type ShownFigures } from "./known-parts.ts";

const scale = { low: -2, high: 2, centre: 0 };
const items = ["a", "b", "c", "d"].map((id) => ({ id, scale }));
const shown = (mean: number, n = 8) => ({ shown: true as const, mean, n });
const hidden = { shown: false as const, reason: "hidden-few-answers" };
const nearTop = {
  shown: false as const,
  reason: "hidden-near-end" as const,
  low: 1,
  high: 2,
  n: 8,
};

const group = (figures: ShownFigures["items"], more: Partial<ShownFigures> = {}): ShownFigures => ({
  items: figures,
  competencies: {},
  ...more,
});

test("where every question is shown nothing is left unknown", () => {
  const all = group({ a: shown(0), b: shown(0.4), c: shown(0.2), d: shown(0.2) });
  const known = knownOfCompetency(all, items, 0.01);
  expect(known?.mean).toBeCloseTo(0.2, 12);
  expect(known).toMatchObject({ n: 8, unknown: 0, nearEnd: 0 });
});

test("a question that is not shown leaves the variance of sampling without replacement (Cochran 1977)", () => {
  const three = group({ a: shown(0), b: shown(0.4), c: shown(0.2), d: hidden });
  // In points: variance .01 of the scale's length 4, squared, times 1/3 - 1/4.
  expect(knownOfCompetency(three, items, 0.01)?.unknown).toBeCloseTo(0.16 / 12, 12);
});

test("one near an end stands in the middle of its range, with the variance of a range; further out where every group is near", () => {
  const figures = { a: shown(1), b: shown(1), c: shown(1), d: nearTop };
  const one = knownOfCompetency(group(figures), items, 0);
  expect(one?.mean).toBeCloseTo((3 + 1.5) / 4, 12);
  expect(one?.unknown).toBeCloseTo(1 / 12 / 16, 12);
  expect(one?.nearEnd).toBe(one?.unknown);
  const every = knownOfCompetency(group(figures, { nearEndForAll: new Set(["d"]) }), items, 0);
  expect(every?.mean).toBeCloseTo((3 + 1.7) / 4, 12);
  const bottom = { ...nearTop, low: -2, high: -1 };
  const low = group({ ...figures, d: bottom }, { nearEndForAll: new Set(["d"]) });
  expect(knownOfCompetency(low, items, 0)?.mean).toBeCloseTo((3 - 1.7) / 4, 12);
});

test("raters who could not say on some questions still count for the others", () => {
  const some = group({ a: shown(0, 8), b: shown(0, 4), c: shown(0, 8), d: shown(0, 8) });
  const { n } = knownOfCompetency(some, items, 0) ?? { n: 0 };
  expect(n).toBeGreaterThan(4 / (0.125 * 3 + 0.25));
  expect(n).toBeLessThan(8);
});

test("a hat adds up what its competencies leave unknown, and what competencies that are not shown do", () => {
  const competencies = ["x", "y", "z", "w"].map((id) => ({
    id,
    items: ["1", "2"].map((at) => ({ id: `${id}${at}`, scale })),
  }));
  const means: Record<string, number> = { x: 0, y: 0.3, z: 0.6, w: 0.3 };
  const figures = Object.fromEntries(
    competencies.flatMap(({ id, items: own }) =>
      own.map((item) => [item.id, shown(means[id] ?? 0)]),
    ),
  );
  const whole = group(figures, {
    competencies: Object.fromEntries(
      Object.entries(means).map(([id, mean]) => [id, { shown: true as const, mean }]),
    ),
  });
  expect(knownOfHat(whole, competencies, 0)?.unknown).toBe(0);
  const part = group(figures, { competencies: { ...whole.competencies, w: { shown: false } } });
  // Means 0, .3, .6: variance .09, times 1/3 - 1/4.
  expect(knownOfHat(part, competencies, 0)?.unknown).toBeCloseTo(0.09 / 12, 12);
  const oneMissing = group({ ...figures, x1: hidden }, { competencies: whole.competencies });
  expect(knownOfHat(oneMissing, competencies, 0.01)?.unknown).toBeCloseTo(
    (0.16 * (1 - 1 / 2)) / 16,
    12,
  );
});

test("how questions differ comes from what is shown, and from what is usual where that is little", () => {
  const few = group({ a: shown(0), b: shown(2) });
  expect(itemVariance(few, [items])).toBeCloseTo(0.08 ** 2, 12);
  const many = Array.from({ length: 5 }, (_, at) =>
    ["a", "b", "c"].map((id) => ({ id: `${id}${at}`, scale })),
  );
  const figures = Object.fromEntries(
    many.flatMap((own) => own.map(({ id }, at) => [id, shown([-0.4, 0, 0.4][at] ?? 0)])),
  );
  // -.1, 0, .1 of the length: a variance of .01.
  expect(itemVariance(group(figures), many)).toBeCloseTo(0.01, 12);
});
