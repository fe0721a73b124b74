import { expect, test } from "vitest";
import {
  amountFinding,
  balanceFinding,
  clearGaps,
  placesToLook,
  rightAmounts,
} from "./findings.ts";
import type { Estimate, ReportRow } from "./report-content.ts";

const seen = (mean: number, half: number | null): Estimate => ({
  shown: true,
  mean,
  n: 8,
  low: half === null ? null : mean - half,
  high: half === null ? null : mean + half,
  shares: null,
  agreement: null,
});

const row = (
  id: string,
  estimate: Estimate,
  hat: string | null = "managing",
  gap: ReportRow["gap"] = null,
): ReportRow => ({
  id,
  hat,
  estimates: { all: estimate },
  gap,
  adjusted: null,
});

test.each([
  [seen(-0.6, 0.5), "too-little"],
  [seen(0.6, 0.5), "too-much"],
  [seen(0.1, 0.3), "about-right"],
  [seen(0.3, 0.4), "unclear"],
  [seen(0, 0.6), "unclear"],
  [seen(-1, null), "unclear"],
  [seen(-0.5, 0.5), "unclear"],
])("says of %o no more than its interval allows: %s", (estimate, finding) => {
  expect(amountFinding(estimate)).toBe(finding);
});

test("says nothing where nothing is shown", () => {
  expect(amountFinding({ shown: false, reason: "hidden-few-raters" })).toBeNull();
  expect(amountFinding(undefined)).toBeNull();
});

test("places to look are clear ones only, furthest first, and never from another scale", () => {
  const competencies = [
    row("goals", seen(-0.4, 0.3)),
    row("plans", seen(0.9, 0.3)),
    row("noise", seen(-1.2, 1.5)),
    row("range", seen(4.2, 0.2), null),
  ];
  expect(placesToLook({ competencies })).toEqual([
    { id: "plans", hat: "managing", direction: "less", distance: 0.9 },
    { id: "goals", hat: "managing", direction: "more", distance: 0.4 },
  ]);
});

test("right amounts come nearest first", () => {
  const competencies = [
    row("a", seen(0.2, 0.2)),
    row("b", seen(-0.05, 0.2)),
    row("c", seen(0.6, 0.2)),
  ];
  expect(rightAmounts({ competencies }).map((each) => each.id)).toEqual(["b", "a"]);
});

test("only clear gaps are named, widest first", () => {
  const gap = (difference: number, clear: boolean) => ({ difference, low: 0, high: 0, clear });
  const competencies = [
    row("a", seen(0, 0.2), "managing", gap(0.6, true)),
    row("b", seen(0, 0.2), "managing", gap(-1.1, true)),
    row("c", seen(0, 0.2), "managing", gap(2, false)),
    row("range", seen(3, 0.2), null, gap(2, true)),
  ];
  expect(clearGaps({ competencies })).toEqual([
    { id: "b", difference: 1.1, sees: "less" },
    { id: "a", difference: 0.6, sees: "more" },
  ]);
});

test("the balance needs both hats", () => {
  const hats = [row("managing", seen(0.5, 0.2)), row("leading", seen(-0.5, 0.2), "leading")];
  expect(balanceFinding({ hats })).toEqual({ across: "too-much", up: "too-little" });
  expect(
    balanceFinding({
      hats: [
        row("managing", seen(0.5, 0.2)),
        row("leading", { shown: false, reason: "hidden-few-raters" }),
      ],
    }),
  ).toBeNull();
});
