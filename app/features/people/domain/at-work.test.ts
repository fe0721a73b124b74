import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter } from "~/platform/calendar/days.ts";
import { isAtWork, nextDayAtWork } from "./at-work.ts";

const mondayToFriday = { workingDays: "12345", absences: [] };

test.each([
  ["2026-03-02", true],
  ["2026-03-06", true],
  ["2026-03-07", false],
  ["2026-03-08", false],
  ["2023-12-31", false],
])("whoever works from Monday to Friday is at work on %s: %s", (day, works) => {
  expect(isAtWork(mondayToFriday, day)).toBe(works);
});

test("where nothing is known, every day is one", () => {
  expect(isAtWork({ workingDays: null, absences: [] }, "2026-03-08")).toBe(true);
});

test("away from the first day of an absence to its last", () => {
  const times = {
    ...mondayToFriday,
    absences: [{ firstDay: "2026-03-04", lastDay: "2026-03-06" }],
  };
  expect(isAtWork(times, "2026-03-03")).toBe(true);
  expect(isAtWork(times, "2026-03-04")).toBe(false);
  expect(isAtWork(times, "2026-03-06")).toBe(false);
  expect(nextDayAtWork(times, "2026-03-03")).toBe("2026-03-03");
  expect(nextDayAtWork(times, "2026-03-04")).toBe("2026-03-09");
});

test("whoever is away for years has no next day", () => {
  const absences = [{ firstDay: "2026-03-04", lastDay: "2031-03-04" }];
  expect(nextDayAtWork({ workingDays: null, absences }, "2026-03-04")).toBeNull();
});

test("the next day at work is one, and there is none before it", () => {
  const day = fc.integer({ min: 0, max: 200 }).map((days) => daysAfter("2026-01-01", days));
  const absence = fc
    .tuple(day, fc.integer({ min: 0, max: 30 }))
    .map(([firstDay, length]) => ({ firstDay, lastDay: daysAfter(firstDay, length) }));
  const workingDays = fc.constantFrom(null, "1", "12345", "67", "1234567");
  fc.assert(
    fc.property(day, fc.array(absence, { maxLength: 5 }), workingDays, (from, absences, days) => {
      const times = { workingDays: days, absences };
      const next = nextDayAtWork(times, from);
      if (next === null) throw new Error("within two years there is one");
      expect(isAtWork(times, next)).toBe(true);
      for (let each = from; each < next; each = daysAfter(each, 1))
        expect(isAtWork(times, each)).toBe(false);
    }),
  );
});
