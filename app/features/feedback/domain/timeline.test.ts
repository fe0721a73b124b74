import { expect, test } from "vitest";
import { datesBeingTyped, readTimeline, timelineInput } from "./timeline.ts";

const today = "2026-03-02";
type Typed = Record<string, unknown>;
const read = (typed: Typed) =>
  readTimeline(timelineInput.parse({ closesOn: "2026-03-30", ...typed }), today);

/** Fields and what is wrong with them, found by the schema or in the end. */
function problems(typed: Typed) {
  const parsed = timelineInput.safeParse({ closesOn: "2026-03-30", ...typed });
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => ({ field: path[0], code: message }));
  const outcome = readTimeline(parsed.data, today);
  return outcome.ok ? [] : outcome.problems;
}

test("a last day for answers is enough; without more nobody is reminded, and HR releases", () => {
  expect(read({})).toEqual({
    ok: true,
    timeline: {
      nominateBy: null,
      opensOn: null,
      closesOn: "2026-03-30",
      closesItself: false,
      reminderDays: [],
      releaseMode: "hr",
      releaseOn: null,
      hrKeepsReports: false,
    },
  });
});

test("everything typed is read; reminders in any order and once each", () => {
  const typed = {
    nominateBy: "2026-03-09",
    opensOn: "2026-03-09",
    closesItself: true,
    reminderDays: "1, 10 and 3; 10",
    releaseMode: "date",
    releaseOn: "2026-04-07",
    hrKeepsReports: "yes",
  };
  expect(read(typed)).toMatchObject({
    timeline: {
      ...typed,
      closesItself: true,
      reminderDays: [10, 3, 1],
      hrKeepsReports: true,
    },
  });
  expect(read({ reminderDays: "" })).toMatchObject({ timeline: { reminderDays: [] } });
});

test.each<[Typed, string, string]>([
  [{ closesOn: "" }, "closesOn", "missing"],
  [{ closesOn: "2026-02-31" }, "closesOn", "missing"],
  [{ closesOn: today }, "closesOn", "in-the-past"],
  [{ closesOn: "2028-03-02" }, "closesOn", "too-late"],
  [{ nominateBy: "2026-03-01" }, "nominateBy", "in-the-past"],
  [{ nominateBy: "2026-03-30" }, "nominateBy", "after-close"],
  [{ nominateBy: "soon" }, "nominateBy", "missing"],
  [{ opensOn: "2026-03-01" }, "opensOn", "in-the-past"],
  [{ opensOn: "2026-03-31" }, "opensOn", "after-close"],
  [{ nominateBy: "2026-03-09", opensOn: "2026-03-08" }, "opensOn", "before-nomination"],
  [{ releaseMode: "date" }, "releaseOn", "missing"],
  [{ releaseMode: "date", releaseOn: "2026-03-30" }, "releaseOn", "before-close"],
  [{ releaseMode: "date", releaseOn: "2028-01-01" }, "releaseOn", "too-late"],
  [{ reminderDays: "7, 0" }, "reminderDays", "not-days"],
  [{ reminderDays: "a week before" }, "reminderDays", "not-days"],
  [{ reminderDays: "1.5" }, "reminderDays", "not-days"],
  [{ reminderDays: "61" }, "reminderDays", "not-days"],
  [{ reminderDays: "1 2 3 4 5 6" }, "reminderDays", "too-many"],
])("%j names the field and what is wrong", (typed, field, problem) => {
  expect(problems(typed)).toEqual([{ field, code: problem }]);
});

test("a release date counts only where a date releases", () => {
  expect(read({ releaseMode: "hr", releaseOn: "2020-01-01" })).toMatchObject({
    timeline: { releaseMode: "hr", releaseOn: null },
  });
});

test("while dates are typed, what can be used of them shows, and else what was saved", () => {
  const saved = {
    ...{ nominateBy: "2026-03-09", opensOn: null, closesOn: null, closesItself: true },
    ...{ reminderDays: [7], releaseMode: "hr" as const, releaseOn: null, hrKeepsReports: false },
  };
  expect(
    datesBeingTyped({ closesItself: "on", reminderDays: "7" }, { ...saved, nominateBy: null }),
  ).toEqual({
    ...saved,
    nominateBy: null,
  });
  expect(
    datesBeingTyped(
      {
        ...{ nominateBy: "", closesOn: "2026-03-30", reminderDays: "3, 9", releaseMode: "coach" },
        ...{ hrKeepsReports: "yes", opensOn: "2026-03-99" },
      },
      { ...saved, opensOn: "2026-03-10" },
    ),
  ).toEqual({
    ...{ nominateBy: null, opensOn: "2026-03-10", closesOn: "2026-03-30", closesItself: false },
    ...{ reminderDays: [9, 3], releaseMode: "coach", releaseOn: null, hrKeepsReports: true },
  });
  const unusable = { closesOn: "soon", reminderDays: "0" };
  expect(datesBeingTyped(unusable, saved)).toMatchObject({ closesOn: null, reminderDays: [7] });
});
