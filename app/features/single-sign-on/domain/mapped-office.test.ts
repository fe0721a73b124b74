import { expect, test } from "vitest";
import { officeOfGroups } from "./mapped-office.ts";

const mapping = { adminGroup: "hr", analystGroup: "figures" };

test.each([
  [["hr"], "admin"],
  [["figures", "hr"], "admin"],
  [["figures"], "analyst"],
  [["HR", "owner"], null],
  [[], null],
] as const)("who is in %j", (groups, office) => {
  expect(officeOfGroups(mapping, groups)).toBe(office);
});

test("without a mapping no group gives anything", () => {
  expect(officeOfGroups({ adminGroup: null, analystGroup: null }, ["hr", ""])).toBeNull();
});
