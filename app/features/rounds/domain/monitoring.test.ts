import { expect, test } from "vitest";
import { pageOf, stepsBy, sumSteps, withWorkLeft } from "./monitoring.ts";

const steps = (asked: number, started: number, done: number) => ({ asked, started, done });

test("counts add up over whatever they are grouped by", () => {
  const groups = [
    { department: "Deck", ...steps(4, 2, 1) },
    { department: null, ...steps(2, 0, 0) },
    { department: "Deck", ...steps(1, 1, 1) },
  ];
  expect(sumSteps(groups)).toEqual(steps(7, 3, 2));
  expect([...stepsBy(groups, (group) => group.department)]).toEqual([
    ["Deck", steps(5, 3, 2)],
    [null, steps(2, 0, 0)],
  ]);
  expect(sumSteps([])).toEqual(steps(0, 0, 0));
});

test("whoever is done is not among those with work left; most of it comes first", () => {
  const rater = (personId: string, asked: number, done: number) => ({ personId, asked, done });
  expect(
    withWorkLeft([rater("a", 2, 2), rater("b", 3, 2), rater("c", 5, 1), rater("d", 1, 0)]).map(
      (each) => each.personId,
    ),
  ).toEqual(["c", "b", "d"]);
});

test("pages count from 1, and one beyond the ends is the nearest", () => {
  const rows = [1, 2, 3, 4, 5];
  expect(pageOf(rows, 2, 2)).toEqual({ rows: [3, 4], page: 2, pages: 3, matching: 5 });
  expect(pageOf(rows, 9, 2).rows).toEqual([5]);
  for (const odd of [0, -1, Number.NaN, 1.5]) expect(pageOf(rows, odd, 2).page).toBe(1);
  expect(pageOf([], 1, 2)).toEqual({ rows: [], page: 1, pages: 1, matching: 0 });
});
