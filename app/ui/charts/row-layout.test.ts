import { expect, test } from "vitest";
import { awkwardRows, groupedRows } from "../gallery/chart-data.ts";
import type { GroupRow } from "./data.ts";
import { narrowRows, placeRows, wideRows } from "./row-layout.ts";
import { type RowScale, trackScale } from "./row-scale.ts";

const scale: RowScale = { domain: [-2, 2], ticks: [-2, 0, 2], words: {}, value: String };

test.each([
  ["narrow", narrowRows],
  ["wide", wideRows],
])("the %s scale is whole and never cropped to the figures", (_, g) => {
  const x = trackScale(scale, g);
  expect(x(-2)).toBe(g.trackStart);
  expect(x(2)).toBe(g.trackEnd);
  expect(x(0)).toBe((g.trackStart + g.trackEnd) / 2);
  expect(x(9)).toBe(g.trackEnd);
});

test.each([
  ["narrow", narrowRows],
  ["wide", wideRows],
])("rows and lanes follow one another without overlap in the %s drawing", (_, g) => {
  const rows = placeRows([...awkwardRows, ...groupedRows], 40, g, "Self");
  let end = 40;
  for (const row of rows) {
    expect(row.top).toBe(end);
    end = row.top + row.height;
    let laneEnd = row.top;
    for (const lane of row.lanes) {
      expect(lane.top).toBeGreaterThanOrEqual(laneEnd);
      laneEnd = lane.top + lane.height;
      expect(lane.textY + (lane.labelLines.length - 1) * 16).toBeLessThan(laneEnd);
      expect(lane.trackY).toBeLessThan(laneEnd);
    }
    expect(laneEnd).toBeLessThanOrEqual(end);
  }
});

test("a hidden group never shares a line with the self-rating", () => {
  const row: GroupRow = {
    key: "a",
    label: "A",
    self: 1,
    groups: [{ label: "Others", hidden: "Too few" }],
  };
  const [placed] = placeRows([row], 0, wideRows, "Self");
  expect(placed?.lanes.map((lane) => [lane.self, lane.hiddenLines])).toEqual([
    [1, undefined],
    [undefined, ["Too few"]],
  ]);
});
