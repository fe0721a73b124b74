import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter } from "~/platform/calendar/days.ts";
import { localTime } from "~/platform/calendar/zones.ts";
import { isNudged, isSilenced, type NudgeFacts, nextNudgeAt } from "./nudge.ts";
import { daysOfPractice, type NudgeChoice } from "./practice.ts";

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

const TEN = { nudgeHour: 10 };
const next = (nudges: NudgeChoice, after: string, zone = "Europe/Berlin", weekdays?: string) =>
  nextNudgeAt(
    { ...practice(nudges, weekdays), ...TEN },
    { zone, after: new Date(after) },
  )?.toISOString() ?? null;

test("it is looked at on the next day of practice, at the chosen hour where they are, or not at all", () => {
  expect(next("each-day", "2026-03-02T08:00:00Z")).toBe("2026-03-02T09:00:00.000Z");
  expect(next("each-day", "2026-03-02T09:00:00Z")).toBe("2026-03-03T09:00:00.000Z");
  // Over a weekend, and before the practice begins.
  expect(next("twice-a-week", "2026-03-06T12:00:00Z")).toBe("2026-03-09T09:00:00.000Z");
  expect(next("each-day", "2026-02-20T12:00:00Z")).toBe("2026-03-02T09:00:00.000Z");
  expect(next("each-day", "2026-03-31T09:00:00Z")).toBeNull();
  expect(next("each-day", "2026-03-31T07:00:00Z")).toBe("2026-03-31T08:00:00.000Z");
  expect(next("never", "2026-03-02T08:00:00Z")).toBeNull();
});

test("when clocks are changed, and wherever somebody is, it stays their hour", () => {
  // From 29 March on Berlin is two hours ahead.
  expect(next("each-day", "2026-03-28T10:00:00Z", "Europe/Berlin", "1234567")).toBe(
    "2026-03-29T08:00:00.000Z",
  );
  // In Auckland it is already Tuesday, in Honolulu still Sunday.
  expect(next("each-day", "2026-03-01T22:00:00Z", "Pacific/Auckland")).toBe(
    "2026-03-02T21:00:00.000Z",
  );
  expect(next("each-day", "2026-03-02T03:00:00Z", "Pacific/Honolulu")).toBe(
    "2026-03-02T20:00:00.000Z",
  );
  fc.assert(
    fc.property(
      fc.constantFrom("Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"),
      fc.integer({ min: 0, max: 31 * 24 * 60 }),
      fc.integer({ min: 8, max: 18 }),
      (zone, minutes, nudgeHour) => {
        const after = new Date(Date.parse("2026-03-01T00:00:00Z") + minutes * 60_000);
        const found = nextNudgeAt({ ...practice("each-day"), nudgeHour }, { zone, after });
        if (found === null) return;
        const { date, hour } = localTime(zone, found);
        expect(found.getTime()).toBeGreaterThan(after.getTime());
        expect(hour).toBe(nudgeHour);
        expect(date >= MONDAY && date <= at(29)).toBe(true);
      },
    ),
  );
});
