import { expect, test } from "vitest";
import { gapBetween } from "./estimates.ts";
import type { Estimate, ReportRow } from "./report-content.ts";
import { selfAndOthers } from "./self-and-others.ts";

const figure = (mean: number, half: number | null): Estimate => ({
  shown: true,
  mean,
  n: half === null ? 1 : 8,
  low: half === null ? null : mean - half,
  high: half === null ? null : mean + half,
  shares: null,
  agreement: null,
});

const row = (self: number, others: number, half: number, hat: string | null = "managing") => {
  const estimates = { self: figure(self, null), all: figure(others, half) };
  return {
    id: "goals",
    hat,
    estimates,
    gap: gapBetween(estimates.self, estimates.all),
    adjusted: null,
  } satisfies ReportRow;
};

const found = (each: ReportRow) => selfAndOthers({ competencies: [each] });

test("others clearly see too little, oneself nearly right: a blind spot", () => {
  expect(found(row(0, -0.9, 0.4))).toMatchObject([{ kind: "blind-spot", direction: "more", n: 8 }]);
  expect(found(row(0, 0.9, 0.4))).toMatchObject([{ kind: "blind-spot", direction: "less" }]);
});

test("others clearly see it right, oneself doubts it: a hidden strength", () => {
  expect(found(row(-1, 0.1, 0.3))).toMatchObject([{ kind: "hidden-strength", direction: "more" }]);
  expect(found(row(1, 0, 0.3))).toMatchObject([{ kind: "hidden-strength", direction: "less" }]);
});

test.each([
  ["the interval reaches the own view", row(0, -0.9, 1)],
  ["the gap is less than half a point", row(0, -0.4, 0.1)],
  ["oneself is further off than others say", row(-2, -0.9, 0.3)],
  ["it is not rated by amount", row(3, 1, 0.3, null)],
])("says nothing where %s", (_, each) => {
  expect(found(each)).toEqual([]);
});

test("says nothing without a self-rating", () => {
  expect(found({ ...row(0, -1, 0.3), gap: null })).toEqual([]);
});
