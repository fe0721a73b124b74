import { expect, test } from "vitest";
import type { Estimate, ReportRow } from "./report-content.ts";
import { zoneFinding } from "./role-zone.ts";

const zone = { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } };

function row(id: string, low: number | null, high: number | null, shown = true): ReportRow {
  const estimate: Estimate = shown
    ? { shown, mean: 0, n: 8, low, high, shares: null, agreement: null }
    : { shown, reason: "hidden-few-raters" };
  return { id, hat: id, estimates: { all: estimate }, gap: null, adjusted: null };
}

test.each([
  ["both intervals in it", [-0.4, 0.5], [0, 0.9], "inside", ["inside", "inside"]],
  ["one reaching over an edge", [-0.6, 0.2], [0.1, 0.9], "unclear", ["unclear", "inside"]],
  ["one wholly below", [-0.2, 0.2], [-0.9, -0.1], "outside", ["inside", "below"]],
  ["one wholly above, the other unclear", [0.6, 1], [-0.2, 0.4], "outside", ["above", "unclear"]],
  ["no interval", [null, null], [0.1, 0.9], "unclear", ["unclear", "inside"]],
] as const)("%s", (_, managing, leading, verdict, sides) => {
  const hats = [row("managing", managing[0], managing[1]), row("leading", leading[0], leading[1])];
  const found = zoneFinding({ hats }, zone);
  expect(found?.verdict).toBe(verdict);
  expect(found?.hats.map(({ side }) => side)).toEqual(sides);
});

test("nothing is said of a hidden figure, without a zone, or of a hat the zone leaves out", () => {
  const hats = [row("managing", 0, 0.2), row("leading", 0, 0.2, false)];
  expect(zoneFinding({ hats }, zone)).toBeNull();
  expect(zoneFinding({ hats: [row("managing", 0, 0.2)] }, null)).toBeNull();
  expect(zoneFinding({ hats: [row("other", 0, 0.2)] }, zone)).toBeNull();
  expect(zoneFinding({ hats: [] }, zone)).toBeNull();
});
