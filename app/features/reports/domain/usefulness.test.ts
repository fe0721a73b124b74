import { type Snapshot, standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import { nextUsefulness } from "./usefulness.ts";

/** Nothing is withheld beyond what must be. */
const never = () => 1 - 1e-9;

const ratings = (...values: number[]) =>
  values.map((rating, index) => ({ id: `rating-${index}`, rating }));

/** Every figure shown while ratings come in one by one. */
function shownWhile(values: readonly number[]) {
  let before: Snapshot | null = null;
  const moments: [number, unknown][] = [];
  for (let count = 1; count <= values.length; count += 1) {
    const next = nextUsefulness(before, ratings(...values.slice(0, count)), standardPolicy, never);
    before = next.snapshot;
    if (next.figures) moments.push([count, next.figures.shown]);
  }
  return moments;
}

test("nothing is shown before five have rated, then it moves in steps of five new ratings", () => {
  const moments = shownWhile([4, 5, 3, 4, 2, 5, 5, 1, 2, 2, 3, 2]);
  expect(moments.map(([count]) => count)).toEqual([5, 10]);
  expect(moments[0]?.[1]).toMatchObject({ n: 5, mean: 3.6 });
  expect(moments[1]?.[1]).toMatchObject({ n: 10, mean: 3.3, counts: [1, 3, 1, 2, 3] });
});

test("where the spread is shown the interval is Student's; where it is not, a cautious one", () => {
  const ten = nextUsefulness(null, ratings(4, 5, 3, 4, 2, 5, 5, 1, 2, 2), standardPolicy, never);
  // s = 1.494, t(0.975, 9) = 2.262: 3.3 ± 1.069
  expect(ten.figures?.shown?.interval.low).toBeCloseTo(2.231, 2);
  expect(ten.figures?.shown?.interval.high).toBeCloseTo(4.369, 2);
  const five = nextUsefulness(null, ratings(4, 4, 4, 4, 2), standardPolicy, never);
  // A quarter of the scale's length for the spread: 3.6 ± 1.96 × 1 / √5
  expect(five.figures?.shown).toMatchObject({ counts: null });
  expect(five.figures?.shown?.interval.low).toBeCloseTo(3.6 - 1.96 / Math.sqrt(5), 2);
});

test("where all but one agree, or all do at an end, what would tell everyone's rating is withheld", () => {
  const agreeing = nextUsefulness(null, ratings(4, 4, 4, 4, 3), standardPolicy, never);
  expect(agreeing.figures?.shown).toMatchObject({ n: 5, counts: null });
  const allBest = nextUsefulness(null, ratings(1, 1, 1, 1, 1), standardPolicy, never);
  expect(allBest.figures?.shown).toBeNull();
});

test("a changed rating alone does not move the figures", () => {
  const first = nextUsefulness(null, ratings(4, 5, 3, 4, 2), standardPolicy, never);
  const changed = ratings(4, 5, 3, 4, 2).with(0, { id: "rating-0-again", rating: 1 });
  expect(nextUsefulness(first.snapshot, changed, standardPolicy, never).figures).toBeNull();
});
