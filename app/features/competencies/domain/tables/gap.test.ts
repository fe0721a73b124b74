import { expect, test } from "vitest";
import type { TableLevel } from "../table-level.ts";
import { byGap, gapOf, standingOf } from "./gap.ts";

const level = (estimate: number, sd = 0.5): TableLevel => ({
  ...{ n: 1, estimate, sd, lower: estimate - 1.28 * sd, upper: estimate + 1.28 * sd },
  ...{ newestOn: "2026-02-01", sources: ["manager"] },
});

test("short is only what the range excludes; not assessed is neither", () => {
  expect(standingOf(level(2), 4)).toBe("short");
  expect(standingOf(level(3.2), 4)).toBe("open");
  expect(standingOf(level(3.5), 4)).toBe("met");
  expect(standingOf(undefined, 4)).toBe("unknown");
});

test("a gap adds up by weight, and what is not assessed stands beside it", () => {
  const levels = new Map([
    ["a", level(3, 0)],
    ["b", level(3, 0)],
  ]);
  const needs = new Map([
    ["a", { level: 4, weight: 2 }],
    ["b", { level: 2, weight: 1 }],
    ["c", { level: 5, weight: 1 }],
  ]);
  const gap = gapOf("ana", levels, ["a", "b", "c", "d"], (_, id) => needs.get(id) ?? null);
  expect(gap).toEqual({ missing: 2, assessed: 2, unknown: 1 });
});

test("the largest gap is first, and of whom nothing is known last, as if there were no gap to tell", () => {
  const some = [
    { missing: 0, assessed: 0, unknown: 9 },
    { missing: 0.5, assessed: 1, unknown: 0 },
    { missing: 2, assessed: 1, unknown: 0 },
    { missing: 0.5, assessed: 1, unknown: 3 },
  ];
  expect(some.sort(byGap)).toEqual([
    { missing: 2, assessed: 1, unknown: 0 },
    { missing: 0.5, assessed: 1, unknown: 3 },
    { missing: 0.5, assessed: 1, unknown: 0 },
    { missing: 0, assessed: 0, unknown: 9 },
  ]);
});
