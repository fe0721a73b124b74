import { expect, test } from "vitest";
import { behaviourHighlights } from "./behaviours.ts";
import type { Estimate, ReportItem } from "./report-content.ts";

const item = (
  id: string,
  mean: number,
  shares: [number, number, number] | null = null,
  half = 0.4,
): ReportItem => {
  const all: Estimate = {
    shown: true,
    mean,
    n: 10,
    low: mean - half,
    high: mean + half,
    shares: shares && { under: shares[0], right: shares[1], over: shares[2] },
    agreement: null,
  };
  return { id, competency: "goals", estimates: { all } };
};
const of = (...items: ReportItem[]) =>
  behaviourHighlights({ items }, (id) => !id.startsWith("truth"));
const ids = (found: { id: string }[]) => found.map((each) => each.id);

test("the three furthest on each side and the three nearest to right are named, in order", () => {
  const found = of(
    ...[-1.5, -0.6, -0.9, -1.2].map((mean) => item(`low${mean}`, mean)),
    ...[0.7, 1.4].map((mean) => item(`high${mean}`, mean)),
    ...[0.2, 0, -0.1, 0.25, 0.3].map((mean) => item(`right${mean}`, mean)),
  );
  expect(ids(found.tooLittle)).toEqual(["low-1.5", "low-1.2", "low-0.9"]);
  expect(ids(found.tooMuch)).toEqual(["high1.4", "high0.7"]);
  expect(ids(found.right)).toEqual(["right0", "right-0.1", "right0.2"]);
  expect(found.tooLittle[0]?.clear).toBe(true);
});

test("an average of right amount made of too little and too much is a split, and not a strength", () => {
  const found = of(item("split", 0, [0.4, 0.2, 0.4]), item("agreed", 0.1, [0.1, 0.8, 0.1]));
  expect(ids(found.split)).toEqual(["split"]);
  expect(ids(found.right)).toEqual(["agreed"]);
});

test("what is not rated by amount, and what is hidden, is in none of them", () => {
  const hidden: ReportItem = {
    id: "hidden",
    competency: null,
    estimates: { all: { shown: false, reason: "hidden-few-raters" } },
  };
  expect(of(hidden, item("truth", 0), { ...hidden, estimates: {} })).toEqual({
    right: [],
    tooLittle: [],
    tooMuch: [],
    split: [],
  });
});
