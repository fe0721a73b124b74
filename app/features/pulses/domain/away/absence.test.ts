import { expect, test } from "vitest";
import { faultOfAway, overlap } from "./absence.ts";

const TODAY = "2026-03-16";
const fault = (firstDay: string, lastDay: string, workingDays: string | null = null) =>
  faultOfAway({ firstDay, lastDay }, TODAY, workingDays);

test("an absence that is over, not for long, and some working days long can be asked about", () => {
  expect(fault("2026-03-02", "2026-03-13")).toBeNull();
  expect(fault("2026-03-11", "2026-03-15")).toBeNull();
  expect(fault("2026-03-13", "2026-03-02")).toBe("order");
  expect(fault("2026-03-02", TODAY)).toBe("not-over");
  expect(fault("2026-03-02", "2026-04-10")).toBe("not-over");
  expect(fault("2026-01-02", "2026-01-14")).toBe("too-long-ago");
  expect(fault("2026-01-02", "2026-01-15")).toBeNull();
  expect(fault("2025-01-02", "2026-03-13")).toBe("too-long");
});

test("a long weekend is too short, by the days on which somebody works", () => {
  expect(fault("2026-03-12", "2026-03-15")).toBe("too-short");
  expect(fault("2026-03-09", "2026-03-15", "12")).toBe("too-short");
  expect(fault("2026-03-12", "2026-03-15", "4567")).toBeNull();
});

test("absences with a day in common are one", () => {
  const one = { firstDay: "2026-03-02", lastDay: "2026-03-06" };
  expect(overlap(one, { firstDay: "2026-03-06", lastDay: "2026-03-09" })).toBe(true);
  expect(overlap(one, { firstDay: "2026-03-07", lastDay: "2026-03-09" })).toBe(false);
});
