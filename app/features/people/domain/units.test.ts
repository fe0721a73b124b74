import { expect, test } from "vitest";
import { limitNow, unitsAfter } from "./units.ts";

test("ticks decide on what was on the screen, and on nothing else", () => {
  expect(unitsAfter([], { shown: ["Fleet", "Port"], ticked: ["Fleet"] })).toEqual(["Fleet"]);
  expect(unitsAfter(["Fleet", "Sales"], { shown: ["Fleet", "Port"], ticked: ["Port"] })).toEqual([
    "Sales",
    "Port",
  ]);
  expect(unitsAfter(["Fleet"], { shown: ["Fleet"], ticked: [] })).toEqual([]);
});

test("a unit nobody is in stays with its office, and is known to be empty", () => {
  expect(limitNow(["Fleet", "Gone"], [{ name: "Fleet", people: 3 }])).toEqual([
    { name: "Fleet", people: 3 },
    { name: "Gone", people: 0 },
  ]);
  expect(limitNow(null, [])).toBeNull();
});
