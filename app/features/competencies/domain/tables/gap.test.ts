import { expect, test } from "vitest";
import { type TableLevel, TableLevels } from "../table-level.ts";
import { byGap, gapsOf, standingOf } from "./gap.ts";
import { neededFrom } from "./needed.ts";

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
  const levels = new TableLevels([
    ["a", level(3, 0)],
    ["b", level(3, 0)],
  ]);
  const needs = new Map([
    ["a", { level: 4, weight: 2 }],
    ["b", { level: 2, weight: 1 }],
    ["c", { level: 5, weight: 1 }],
  ]);
  const roles = new Map([["ana", needs]]);
  const all = new Set(["a", "b", "c", "d"]);
  const gap = gapsOf(all, neededFrom(roles))("ana", levels);
  expect(gap).toEqual({ missing: 2, assessed: 2, unknown: 1 });
  const usual = neededFrom(roles, { level: 3, weight: 1 });
  expect(gapsOf(all, usual)("ana", levels)).toEqual({ missing: 2, assessed: 2, unknown: 2 });
  expect(gapsOf(all, usual)("bo", undefined)).toEqual({ missing: 0, assessed: 0, unknown: 4 });
  expect(gapsOf(new Set(["b"]), usual)("ana", levels)).toEqual({
    ...{ missing: 0, assessed: 1, unknown: 0 },
  });
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
