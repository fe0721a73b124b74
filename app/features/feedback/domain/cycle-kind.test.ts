import { expect, test } from "vitest";
import { cycleKinds, isCycleKind, needsOthers, relationshipsOf } from "./cycle-kind.ts";

test("every kind asks participants themselves; only a self-assessment asks nobody else", () => {
  for (const kind of cycleKinds) expect(relationshipsOf(kind)).toContain("self");
  expect(relationshipsOf("360")).toHaveLength(6);
  expect(relationshipsOf("upward")).toEqual(["self", "direct_report", "outside"]);
  expect(cycleKinds.filter(needsOthers)).toEqual(["360", "upward"]);
});

test("anything else is no kind", () => {
  expect(["360", "upward", "self", "", "180", null, 360].filter(isCycleKind)).toEqual([
    "360",
    "upward",
    "self",
  ]);
});
