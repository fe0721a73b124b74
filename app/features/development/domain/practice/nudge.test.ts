import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter } from "~/platform/calendar/days.ts";
import { isNudged, isSilenced, type NudgeChoice, type NudgeFacts, nextNudgeDay } from "./nudge.ts";
import { daysOfPractice } from "./practice.ts";

const MONDAY = "2026-03-02";
const at = (days: number) => daysAfter(MONDAY, days);
const practice = (nudges: NudgeChoice, weekdays = "12345") => ({
  ...{ nudges, weekdays, endedOn: null, ...daysOfPractice(MONDAY) },
});
const known = (facts: Partial<NudgeFacts> = {}): NudgeFacts => ({
  ...{ absences: [], checkIns: [], nudged: [], ...facts },
});

/** The days on which somebody is nudged who answers some of the nudges, as it would go. */
function lived(nudges: NudgeChoice, answers: (nudge: number) => boolean, weekdays?: string) {
  const [checkIns, nudged]: [NudgeFacts["checkIns"][number][], string[]] = [[], []];
  for (let day = 0; day < 30; day += 1) {
    if (!isNudged(practice(nudges, weekdays), known({ checkIns, nudged }), at(day))) continue;
    nudged.push(at(day));
    if (answers(nudged.length)) checkIns.push({ day: at(day), answer: "not" });
  }
  return nudged;
}

test("nobody is nudged who did not choose it; on each day of practice whoever did", () => {
  expect(lived("never", () => true)).toEqual([]);
  expect(lived("each-day", () => true)).toHaveLength(22);
  expect(lived("each-day", () => true, "3")).toEqual([at(2), at(9), at(16), at(23)]);
});

test("at most twice in any seven days, unless chosen otherwise", () => {
  const nudged = lived("twice-a-week", () => true);
  expect(nudged.slice(0, 4)).toEqual([at(0), at(1), at(7), at(8)]);
  for (const day of nudged)
    expect(
      nudged.filter((each) => each <= day && each > daysAfter(day, -7)).length,
    ).toBeLessThanOrEqual(2);
});

test("after three that are ignored there is silence, until any day is answered", () => {
  expect(lived("each-day", () => false)).toEqual([at(0), at(1), at(2)]);
  const nudged = [at(0), at(1), at(2)];
  expect(isSilenced({ nudged, checkIns: [] }, at(3))).toBe(true);
  expect(isSilenced({ nudged, checkIns: [{ day: at(1), answer: "done" }] }, at(3))).toBe(false);
  // An answer from before the first of them says nothing of them.
  const earlier = [{ day: at(-1), answer: "done" as const }];
  expect(isSilenced({ nudged, checkIns: earlier }, at(3))).toBe(true);
  expect(isSilenced({ nudged: nudged.slice(1), checkIns: [] }, at(3))).toBe(false);
});

test("never on a day that is answered, off, nudged already, outside the practice or after its end", () => {
  const each = practice("each-day");
  expect(isNudged(each, known(), at(0))).toBe(true);
  expect(isNudged(each, known({ nudged: [at(0)] }), at(0))).toBe(false);
  expect(isNudged(each, known({ checkIns: [{ day: at(0), answer: "done" }] }), at(0))).toBe(false);
  const absences = [{ firstDay: at(0), lastDay: at(4) }];
  expect(isNudged(each, known({ absences }), at(0))).toBe(false);
  for (const day of [at(-3), at(5), at(30)]) expect(isNudged(each, known(), day)).toBe(false);
  expect(isNudged({ ...each, endedOn: at(1) }, known(), at(1))).toBe(false);
  expect(isNudged({ ...each, begunOn: null, endsOn: null }, known(), at(1))).toBe(false);
});

test("the next day is the first on which somebody is nudged, or there is none", () => {
  const each = practice("each-day");
  const absences = [{ firstDay: at(1), lastDay: at(6) }];
  expect(nextNudgeDay(each, known({ absences }), at(1))).toBe(at(7));
  expect(nextNudgeDay(each, known(), at(28))).toBe(at(28));
  expect(nextNudgeDay(each, known(), at(30))).toBeNull();
  expect(nextNudgeDay(practice("never"), known(), at(0))).toBeNull();
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 10 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 10 }),
      fc.integer({ min: 0, max: 29 }),
      (nudges, answered, from) => {
        const facts = known({
          nudged: nudges.filter((day) => day < from).map(at),
          checkIns: answered.map((day) => ({ day: at(day), answer: "done" as const })),
        });
        const next = nextNudgeDay(practice("twice-a-week"), facts, at(from));
        expect(next === null || isNudged(practice("twice-a-week"), facts, next)).toBe(true);
      },
    ),
  );
});
