import { expect, test } from "vitest";
import { readersOf } from "./report-readers.ts";

test.each([
  ["hr", false, undefined, "own"],
  ["hr", true, undefined, "kept"],
  ["date", false, undefined, "own"],
  ["date", true, undefined, "kept"],
  ["coach", false, undefined, "coach"],
  ["coach", true, undefined, "coach-kept"],
  ["coach", false, false, "own"],
  ["coach", true, false, "kept"],
  [null, false, undefined, "own"],
])("%s, kept %s, coached %s: %s", (releaseMode, hrKeepsReports, coached, kind) => {
  const of = { releaseMode, hrKeepsReports, ...(coached === undefined ? {} : { coached }) };
  expect(readersOf(of)).toBe(kind);
});
