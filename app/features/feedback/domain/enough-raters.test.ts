import { expect, test } from "vitest";
import { countByRelationship, hasRoom, shortages } from "./enough-raters.ts";

const limits = { peer: { min: 3, max: 4 }, direct_report: { min: 3 } };

test("there is room until the maximum is reached, and always without one", () => {
  expect([3, 4, 5].map((peer) => hasRoom(limits, "peer", { peer }))).toEqual([true, false, false]);
  expect(hasRoom(limits, "direct_report", { direct_report: 40 })).toBe(true);
  expect(hasRoom(limits, "other", {})).toBe(true);
  expect(hasRoom({ peer: { max: 0 } }, "peer", {})).toBe(false);
});

test("names every relationship below its minimum, with what is missing", () => {
  expect(shortages(limits, { peer: 2, direct_report: 3 }, {})).toEqual([
    { relationship: "peer", chosen: 2, minimum: 3, nobodyLeft: false },
  ]);
  expect(shortages(limits, { peer: 3, direct_report: 5 }, {})).toEqual([]);
  expect(shortages({}, {}, {})).toEqual([]);
});

test("with two reports in all, two are enough, and one is not", () => {
  const short = (direct_report: number) =>
    shortages(limits, { peer: 3, direct_report }, { direct_report: 2 });
  expect(short(2)).toMatchObject([{ relationship: "direct_report", nobodyLeft: true }]);
  expect(short(1)).toMatchObject([{ relationship: "direct_report", nobodyLeft: false }]);
  expect(shortages(limits, { peer: 3 }, { direct_report: 0 })).toMatchObject([
    { relationship: "direct_report", nobodyLeft: true },
  ]);
  expect(shortages(limits, { peer: 3 }, { direct_report: 9 })).toMatchObject([
    { nobodyLeft: false },
  ]);
});

test("raters are counted by relationship", () => {
  const raters = [{ relationship: "peer" }, { relationship: "peer" }, { relationship: "self" }];
  expect(countByRelationship(raters as { relationship: "peer" | "self" }[])).toEqual({
    peer: 2,
    self: 1,
  });
});
