import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter, daysBetween, monthsAfter } from "./days.ts";

test.each([
  ["2026-02-28", 1, "2026-03-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2028-02-28", 2, "2028-03-01"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2026-03-01", -1, "2026-02-28"],
  ["2026-03-02", 0, "2026-03-02"],
  // Clocks change in between, in Berlin and in Santiago (at midnight): a day is a day.
  ["2026-03-28", 2, "2026-03-30"],
  ["2026-10-24", 2, "2026-10-26"],
  ["2026-09-05", 1, "2026-09-06"],
])("%s and %i days is %s", (date, days, other) => {
  expect(daysAfter(date, days)).toBe(other);
  expect(daysBetween(date, other)).toBe(days);
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-12-15", 3, "2027-03-15"],
  ["2026-05-31", -3, "2026-02-28"],
])("%s and %i months is %s", (date, months, other) => {
  expect(monthsAfter(date, months)).toBe(other);
});

test("what is no date is refused, not guessed", () => {
  for (const text of ["", "2026-02-30", "2026-2-3", "today"])
    expect(() => daysAfter(text, 1), text).toThrow(RangeError);
});

test("days there and back are none, and agree with the count of whole days in UTC", () => {
  const day = fc.date({
    min: new Date("1900-01-01"),
    max: new Date("2100-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (at, days) => {
      const date = at.toISOString().slice(0, 10);
      const other = daysAfter(date, days);
      expect(daysAfter(other, -days)).toBe(date);
      expect(daysBetween(date, other)).toBe(days);
      expect(Date.parse(other) - Date.parse(date)).toBe(days * 86_400_000);
    }),
  );
});
