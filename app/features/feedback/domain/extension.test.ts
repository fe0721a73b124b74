import { expect, test } from "vitest";
import { readExtension, suggestedExtension } from "./extension.ts";

const dates = { closesOn: "2026-03-20", releaseOn: null };

test("a later day that has not passed is taken", () => {
  expect(readExtension("2026-03-21", dates, "2026-03-02")).toEqual({
    ok: true,
    closesOn: "2026-03-21",
  });
  expect(readExtension("2026-04-02", dates, "2026-04-02").ok).toBe(true);
});

test.each([
  ["", "missing"],
  ["20.3.2026", "missing"],
  ["2026-02-30", "missing"],
  ["2026-03-20", "not-later"],
  ["2026-03-19", "not-later"],
  ["2027-04-30", "too-late"],
])("%j is refused: %s", (typed, problem) => {
  expect(readExtension(typed, dates, "2026-03-02")).toEqual({ ok: false, problem });
});

test("a day that is over is refused although it is later than the last", () => {
  expect(readExtension("2026-03-25", dates, "2026-03-26")).toEqual({
    ok: false,
    problem: "in-the-past",
  });
});

test("answers can't be taken until after the reports are to be released", () => {
  const released = { ...dates, releaseOn: "2026-03-28" };
  expect(readExtension("2026-03-27", released, "2026-03-02").ok).toBe(true);
  expect(readExtension("2026-03-28", released, "2026-03-02")).toEqual({
    ok: false,
    problem: "after-release",
  });
});

test("a week more is suggested, counted from today where the last day is over", () => {
  expect(suggestedExtension("2026-03-20", "2026-03-02")).toBe("2026-03-27");
  expect(suggestedExtension("2026-03-20", "2026-03-25")).toBe("2026-04-01");
});
