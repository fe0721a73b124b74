import { standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import { discloseUsefulness } from "./usefulness.ts";

/** Nothing is withheld beyond what must be. */
const never = () => 1 - 1e-9;

const shownOf = (...ratings: number[]) => discloseUsefulness(ratings, standardPolicy, never).shown;

test("where the spread is shown the interval is Student's; where it is not, a cautious one", () => {
  const ten = shownOf(4, 5, 3, 4, 2, 5, 5, 1, 2, 2);
  expect(ten).toMatchObject({ n: 10, mean: 3.3, counts: [1, 3, 1, 2, 3] });
  // s = 1.494, t(0.975, 9) = 2.262: 3.3 ± 1.069
  expect(ten?.interval.low).toBeCloseTo(2.231, 2);
  expect(ten?.interval.high).toBeCloseTo(4.369, 2);
  const five = shownOf(4, 4, 4, 4, 2);
  // A quarter of the scale's length for the spread: 3.6 ± 1.96 × 1 / √5
  expect(five).toMatchObject({ counts: null });
  expect(five?.interval.low).toBeCloseTo(3.6 - 1.96 / Math.sqrt(5), 2);
});

test("where all but one agree, or all do at an end, what would tell everyone's rating is withheld", () => {
  expect(shownOf(4, 4, 4, 4, 3)).toMatchObject({ n: 5, counts: null });
  expect(shownOf(1, 1, 1, 1, 1)).toBeNull();
});
