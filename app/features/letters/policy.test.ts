import { expect, test } from "vitest";
import { maySeeLettersAbout } from "./policy.ts";

test("what became of letters is for HR of all, and for HR of units of the round they were let into", () => {
  expect(maySeeLettersAbout({ role: "admin" }, "anything")).toBe(true);
  expect(maySeeLettersAbout({ role: "unit-admin", letInto: "round" }, "round")).toBe(true);
  for (const about of ["other", "anything", ""])
    expect(maySeeLettersAbout({ role: "unit-admin", letInto: "round" }, about)).toBe(false);
  expect(maySeeLettersAbout({ role: "unit-admin" }, "round")).toBe(false);
  for (const role of ["unit-analyst", "analyst", "member", "leaver"] as const)
    expect(maySeeLettersAbout({ role, letInto: "round" }, "round")).toBe(false);
});
