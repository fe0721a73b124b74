import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { alikeAtAnEnd, nearlyAlike } from "./alike.ts";
import { discloseReportFigures } from "./disclose-report-figures.ts";

const scale = { low: 1, high: 5 };

test("all, or all but one, on the same end are alike", () => {
  expect(alikeAtAnEnd([5, 5, 5], scale)).toBe(true);
  expect(alikeAtAnEnd([1, 5, 5], scale)).toBe(true);
  expect(alikeAtAnEnd([1, 1, 3, 1], scale)).toBe(true);
  expect(alikeAtAnEnd([5, 5, 4, 4], scale)).toBe(false);
  expect(alikeAtAnEnd([3, 3, 3], scale)).toBe(false);
  expect(alikeAtAnEnd([5, 5, 5], { ...scale, harmless: "high" })).toBe(false);
  expect(alikeAtAnEnd([1, 1, 5], { ...scale, harmless: "high" })).toBe(true);
});

test("three answers whose total allows little else are alike", () => {
  expect(alikeAtAnEnd([1, 2, 2], scale)).toBe(true);
  expect(alikeAtAnEnd([2, 2, 2], scale)).toBe(false);
  expect(alikeAtAnEnd([1, 2, 2, 2], scale)).toBe(false);
});

test("a distribution is withheld when leaving one answer out leaves agreement, or one step each way", () => {
  expect(nearlyAlike([3, 3, 3, 3, 5], scale)).toBe(true);
  expect(nearlyAlike([3, 3, 2, 4, 1], scale)).toBe(true);
  expect(nearlyAlike([3, 3, 3, 3, 2, 4, 3], scale)).toBe(true);
  expect(nearlyAlike([3, 3, 2, 2, 2], scale)).toBe(false);
  expect(nearlyAlike([1, 2, 3, 4, 5, 5], scale)).toBe(false);
});

/** Every multiset of n answers on a scale from 1 to `high`, ascending. */
function multisets(n: number, high: number, low = 1): number[][] {
  if (n === 0) return [[]];
  const result: number[][] = [];
  for (let first = low; first <= high; first++) {
    for (const rest of multisets(n - 1, high, first)) result.push([first, ...rest]);
  }
  return result;
}

/** What the report of a group with these answers to its only item shows, as text. */
function view(values: readonly number[], high: number): string {
  const figures = discloseReportFigures(
    {
      items: [{ id: "i", competency: "c", scale: { low: 1, high } }],
      competencies: [{ id: "c", hat: "h" }],
      responses: values.map((value) => ({ relationship: "peer", ratings: [value] })),
    },
    standardPolicy,
  );
  return JSON.stringify(figures);
}

function without(values: readonly number[], own: number): number[] {
  const at = values.indexOf(own);
  return values.filter((_, index) => index !== at);
}

const allSame = (values: readonly number[]) => new Set(values).size === 1;

/**
 * Observer: the reader of a report, with perfect knowledge of our rules and of n, who considers
 * every set of answers that would have looked the same; an insider also knows one of the answers.
 */
test.each([
  [3, 5],
  [4, 5],
  [5, 5],
  [6, 5],
  [7, 5],
  [8, 5],
  [5, 4],
  [6, 7],
])("%i raters, %i points: no view of any answers tells what every other rater said", (n, high) => {
  const views = new Map<string, number[][]>();
  for (const values of multisets(n, high)) {
    const seen = view(values, high);
    const list = views.get(seen);
    if (list === undefined) views.set(seen, [values]);
    else list.push(values);
  }
  for (const worlds of views.values()) {
    expect(worlds.every((values) => allSame(values) && values[0] === worlds[0]?.[0])).toBe(false);
    for (let own = 1; own <= high; own++) {
      const others = worlds.filter((w) => w.includes(own)).map((w) => without(w, own));
      const first = others[0];
      if (first === undefined) continue;
      const told = others.every((rest) => allSame(rest) && rest[0] === first[0]);
      expect(told, `own ${own}, ${JSON.stringify(worlds)}`).toBe(false);
    }
  }
});
