import { expect, test } from "vitest";
import { checkDates, daysAfter, launchObstacles } from "./cycle-setup.ts";

const today = "2026-03-02";

test("dates in order are accepted", () => {
  expect(checkDates({ nominateBy: "2026-03-09", closesOn: "2026-03-30" }, today)).toEqual([]);
  expect(checkDates({ nominateBy: null, closesOn: "2026-03-03" }, today)).toEqual([]);
});

test.each([
  [
    { nominateBy: null, closesOn: "2026-03-02" },
    [{ field: "closesOn", problem: "closes-in-the-past" }],
  ],
  [
    { nominateBy: null, closesOn: "2028-03-02" },
    [{ field: "closesOn", problem: "closes-too-late" }],
  ],
  [
    { nominateBy: "2026-03-01", closesOn: "2026-03-30" },
    [{ field: "nominateBy", problem: "nominate-in-the-past" }],
  ],
  [
    { nominateBy: "2026-03-30", closesOn: "2026-03-30" },
    [{ field: "nominateBy", problem: "nominate-after-close" }],
  ],
])("names what is wrong with %j", (dates, problems) => {
  expect(checkDates(dates, today)).toEqual(problems);
});

test("days are counted across the end of a month and a leap day", () => {
  expect(daysAfter("2028-02-28", 2)).toBe("2028-03-01");
});

test("a cycle is ready only with participants, someone else to rate them, and a closing date ahead", () => {
  const ready = { closesOn: "2026-03-30", participants: [{ raters: 5, others: 4 }] };
  expect(launchObstacles(ready, today)).toEqual([]);
  expect(launchObstacles({ ...ready, participants: [] }, today)).toEqual(["no-participants"]);
  expect(launchObstacles({ ...ready, participants: [{ raters: 0, others: 0 }] }, today)).toEqual([
    "no-raters",
  ]);
  expect(launchObstacles({ ...ready, participants: [{ raters: 1, others: 0 }] }, today)).toEqual([
    "only-self",
  ]);
  expect(launchObstacles({ participants: [], closesOn: null }, today)).toEqual([
    "no-participants",
    "no-dates",
  ]);
  expect(launchObstacles({ ...ready, closesOn: today }, today)).toEqual(["closes-in-the-past"]);
});
