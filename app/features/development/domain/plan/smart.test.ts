import { expect, test } from "vitest";
import { smartChecks } from "./smart.ts";

const goal = {
  goal: "By spring the deck team decides on its own who takes which watch",
  measure: "Four weeks in a row without a question to me",
  means: "Half an hour a week with Lotte",
  reason: "I hold up decisions that others could take",
  dueOn: "2027-03-31",
};
const at = { today: "2026-12-01", openActions: 3 };

test("a goal that says what, how one tells, with what, why and when has no remark", () => {
  expect(Object.values(smartChecks(goal, at))).toEqual([null, null, null, null, null]);
});

test("nothing at all is missing five times", () => {
  const empty = { goal: " ", measure: "", means: "", reason: "\n", dueOn: null };
  expect(new Set(Object.values(smartChecks(empty, at)))).toEqual(new Set(["missing"]));
});

test.each([
  ["Delegate more", "short"],
  ["Become better at giving feedback", "vague"],
  ["Rückmeldung besser geben als bisher", "vague"],
  ["Give every one of the crew feedback each week", null],
  ["Each Friday I tell two people what I saw them do better than before", null],
])("%s: %s", (text, check) => {
  expect(smartChecks({ ...goal, goal: text }, at).specific).toBe(check);
});

test.each([
  ["often", "thin"],
  ["2 a week", null],
  ["The crew says so themselves", null],
])("told by “%s”: %s", (measure, check) => {
  expect(smartChecks({ ...goal, measure }, at).measurable).toBe(check);
});

test.each([
  ["2026-11-30", "past"],
  ["2026-12-01", "near"],
  ["2026-12-14", "near"],
  ["2026-12-15", null],
  ["2027-12-02", null],
  ["2027-12-03", "far"],
])("until %s: %s", (dueOn, check) => {
  expect(smartChecks({ ...goal, dueOn }, at).timed).toBe(check);
});

test("six open actions for one goal are a crowd", () => {
  expect(smartChecks(goal, { ...at, openActions: 6 }).achievable).toBe("crowded");
  expect(smartChecks(goal, { ...at, openActions: 5 }).achievable).toBeNull();
});
