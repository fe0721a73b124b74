import { expect, test } from "vitest";
import { noticeDue, validUntil } from "./expiry.ts";
import { longLeaves } from "./long-leave.ts";

test.each([
  ["a year ends on the day before, that day included", "2026-03-02", 12, null, "2027-03-01"],
  ["renewed shortly before its end it keeps its day", "2026-02-01", 12, "2026-03-01", "2027-03-01"],
  ["renewed long before its end it begins anew", "2025-11-30", 12, "2026-03-01", "2026-11-29"],
  ["renewed after its end it begins anew", "2026-03-02", 12, "2026-03-01", "2027-03-01"],
  ["a leap day", "2024-02-29", 12, null, "2025-02-27"],
] as const)("%s", (_, saidOn, months, before, until) => {
  expect(validUntil({ saidOn, months, before })).toBe(until);
});

test.each([
  ["2026-01-01", null],
  ["2026-03-03", 90],
  ["2026-05-02", 30],
  ["2026-05-25", 7],
  ["2026-06-01", 7],
  ["2026-06-02", null],
] as const)("on %s the notice of something that ends on 1 June is of %s days", (today, days) => {
  expect(noticeDue("2026-06-01", today)).toBe(days);
});

test("absences that follow upon each other are one leave, short ones are none", () => {
  expect(
    longLeaves([
      { firstDay: "2026-05-01", lastDay: "2026-05-10" },
      { firstDay: "2026-01-20", lastDay: "2026-02-03" },
      { firstDay: "2026-01-05", lastDay: "2026-01-19" },
      { firstDay: "2026-01-06", lastDay: "2026-01-07" },
    ]),
  ).toEqual([{ firstDay: "2026-01-05", lastDay: "2026-02-03" }]);
});
