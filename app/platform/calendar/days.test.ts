import { expect, test } from "vitest";
import { daysAfter, daysBetween } from "./days.ts";

test("days are counted across the end of a month, a leap day and a change of the clock", () => {
  expect(daysAfter("2028-02-28", 2)).toBe("2028-03-01");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
});
