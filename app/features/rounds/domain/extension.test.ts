import { expect, test } from "vitest";
import { extensionProblem, suggestedExtension } from "./extension.ts";

const dates = { closesOn: "2026-03-20", releaseOn: null };

test("a later day that has not passed is taken", () => {
  expect(extensionProblem("2026-03-21", dates, "2026-03-02")).toBeNull();
  expect(extensionProblem("2026-04-02", dates, "2026-04-02")).toBeNull();
});

test.each([
  ["2026-03-20", "not-later"],
  ["2026-03-19", "not-later"],
  ["2027-04-30", "too-late"],
])("%j is refused: %s", (wanted, problem) => {
  expect(extensionProblem(wanted, dates, "2026-03-02")).toBe(problem);
});

test("a day that is over is refused although it is later than the last", () => {
  expect(extensionProblem("2026-03-25", dates, "2026-03-26")).toBe("in-the-past");
});

test("answers can't be taken until after the reports are to be released", () => {
  const released = { ...dates, releaseOn: "2026-03-28" };
  expect(extensionProblem("2026-03-27", released, "2026-03-02")).toBeNull();
  expect(extensionProblem("2026-03-28", released, "2026-03-02")).toBe("after-release");
});

test("a week more is suggested, counted from today where the last day is over", () => {
  expect(suggestedExtension("2026-03-20", "2026-03-02")).toBe("2026-03-27");
  expect(suggestedExtension("2026-03-20", "2026-03-25")).toBe("2026-04-01");
});
