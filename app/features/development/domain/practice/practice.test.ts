import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAfter } from "~/platform/calendar/days.ts";
import {
  asClause,
  type CheckIn,
  checkInAnswers,
  daysOfPractice,
  longerEnd,
  type Practice,
  type PracticeStep,
  stepFits,
} from "./practice.ts";
import { answerableDays, practiceDays } from "./practice-days.ts";
import { strengthOver, strengthWord, tallyOf } from "./strength.ts";

const MONDAY = "2026-03-02";
const daily = { weekdays: "1234567", extendedOn: null, endedOn: null, ...daysOfPractice(MONDAY) };
const all = (answer: CheckIn["answer"], count = 30): CheckIn[] =>
  Array.from({ length: count }, (_, at) => ({ day: daysAfter(MONDAY, at), answer }));
const seen = (today: string, absences: { firstDay: string; lastDay: string }[] = []) => ({
  ...{ today, absences },
});
const LAST = daysAfter(MONDAY, 29);
const last = (
  practice: Parameters<typeof practiceDays>[0],
  checkIns: CheckIn[],
  today = LAST,
  absences: { firstDay: string; lastDay: string }[] = [],
) =>
  strengthOver(practiceDays(practice, checkIns, seen(today, absences)), practice).at(-1)?.strength;

describe("days", () => {
  test("one stands as it was answered, as a day off, as missed, as free, or open while it lasts", () => {
    const workdays = { ...daily, weekdays: "12345" };
    const checkIns: CheckIn[] = [
      { day: MONDAY, answer: "done" },
      { day: "2026-03-07", answer: "done" },
    ];
    const leave = [{ firstDay: "2026-03-04", lastDay: "2026-03-05" }];
    expect(practiceDays(workdays, checkIns, seen("2026-03-09", leave))).toEqual([
      { day: MONDAY, standing: "done" },
      { day: "2026-03-03", standing: "missed" },
      { day: "2026-03-04", standing: "away" },
      { day: "2026-03-05", standing: "away" },
      { day: "2026-03-06", standing: "missed" },
      { day: "2026-03-07", standing: "done" },
      { day: "2026-03-08", standing: "free" },
      { day: "2026-03-09", standing: "open" },
    ]);
  });

  test("none comes after the last, and those between the end and being made longer are days off", () => {
    expect(practiceDays(daily, [], seen("2026-06-01"))).toHaveLength(30);
    const endsOn = longerEnd({ endsOn: LAST }, "2026-04-03");
    const longer = { ...daily, endsOn, extendedOn: "2026-04-03" };
    const days = practiceDays(longer, [], seen("2026-04-04"));
    expect(days.slice(28).map(({ standing }) => standing)).toEqual([
      ...["missed", "missed", "away", "away", "missed", "open"],
    ]);
    expect(endsOn).toBe("2026-06-02");
    expect(longerEnd({ endsOn: LAST }, LAST)).toBe(daysAfter(LAST, 60));
  });

  test("those of the last week can be answered, the latest first, and no day off between them is left out", () => {
    const workdays = { ...daily, weekdays: "12345" };
    const leave = [{ firstDay: "2026-03-11", lastDay: "2026-03-11" }];
    const days = practiceDays(workdays, [], seen("2026-03-13", leave));
    expect(answerableDays(days, "2026-03-13").map(({ day }) => day)).toEqual([
      ...["2026-03-13", "2026-03-12", "2026-03-11", "2026-03-10", "2026-03-09"],
    ]);
  });
});

describe("strength", () => {
  test("thirty days done without a gap come to what the formula says", () => {
    expect(last(daily, all("done"))).toBeCloseTo(1 - 0.5 ** (30 / 13), 12);
    // Half of the way is 13 days, whatever comes after.
    expect(last(daily, all("done", 13), daysAfter(MONDAY, 12))).toBeCloseTo(0.5, 12);
    expect(strengthWord(last(daily, all("done")) ?? 0)).toBe("nearly");
  });

  test("of five planned days a week all done, one grows as the share of planned days says", () => {
    const workdays = { ...daily, weekdays: "12345" };
    const m = 0.5 ** (Math.sqrt(5 / 7) / 13);
    const everyWorkday = all("done").filter(
      ({ day }) => ![0, 6].includes(new Date(day).getUTCDay()),
    );
    expect(last(workdays, everyWorkday)).toBeCloseTo(1 - m ** 30, 12);
  });

  test("a day without a chance, a day off and the day that lasts change nothing; a missed one counts as not done", () => {
    const first = all("done", 10);
    const before = last(daily, first, daysAfter(MONDAY, 9)) ?? 0;
    const next = daysAfter(MONDAY, 10);
    expect(last(daily, first, next)).toBe(before);
    expect(last(daily, [...first, { day: next, answer: "no-chance" }], next)).toBe(before);
    const leave = [{ firstDay: next, lastDay: daysAfter(next, 5) }];
    expect(last(daily, first, daysAfter(next, 5), leave)).toBe(before);
    const missed = last(daily, first, daysAfter(next, 1)) ?? 0;
    const said = last(daily, [...first, { day: next, answer: "not" }], daysAfter(next, 1));
    expect(missed).toBeLessThan(before);
    expect(said).toBe(missed);
    // A missed day takes a twentieth, and no more: nothing begins anew.
    expect(missed).toBeGreaterThan(before * 0.9);
  });

  test("it stays between 0 and 1, and doing it never weakens it", () => {
    const answers = fc.array(fc.option(fc.constantFrom(...checkInAnswers)), {
      minLength: 1,
      maxLength: 30,
    });
    const weeks = fc.subarray([..."1234567"], { minLength: 1 }).map((days) => days.join(""));
    fc.assert(
      fc.property(answers, weeks, (said, weekdays) => {
        const practice = { ...daily, weekdays };
        const checkIns = said.flatMap((answer, at) =>
          answer ? [{ day: daysAfter(MONDAY, at), answer }] : [],
        );
        const today = daysAfter(MONDAY, said.length - 1);
        const points = strengthOver(practiceDays(practice, checkIns, seen(today)), practice);
        for (const { strength } of points) {
          expect(strength).toBeGreaterThanOrEqual(0);
          expect(strength).toBeLessThan(1);
        }
        const others = checkIns.filter(({ day }) => day !== today);
        const done = last(practice, [...others, { day: today, answer: "done" }], today) ?? 0;
        const not = last(practice, [...others, { day: today, answer: "not" }], today) ?? 0;
        expect(done).toBeGreaterThanOrEqual(not);
      }),
    );
  });

  test("how many days stand how", () => {
    const checkIns: CheckIn[] = [...all("done", 3), { day: "2026-03-05", answer: "no-chance" }];
    expect(tallyOf(practiceDays(daily, checkIns, seen("2026-03-07")))).toEqual({
      ...{ done: 3, not: 0, missed: 1, noChance: 1, away: 0 },
    });
  });
});

test("a moment is kept as a clause, without what ends it", () => {
  expect(asClause("When the shift starts, ")).toBe("When the shift starts");
  expect(asClause("When it rings …")).toBe("When it rings");
  expect(asClause(" . ,")).toBe("");
});

test("what can be done follows from where a practice stands", () => {
  const practice: Practice = {
    ...{ id: "1", areaId: null, behaviour: null, offered: null, cue: "When", action: "Ask" },
    ...{ ...daily, state: "running", midway: null, learned: "" },
    ...{ nudges: "never", nudgeHour: 8, revision: 1 },
  };
  const steps: PracticeStep[] = [
    ...(["begin", "discard", "midway", "finish", "extend", "stop", "resume"] as const),
  ];
  const may = (today: string, facts: Partial<Practice> = {}) =>
    steps.filter((step) => stepFits({ ...practice, ...facts }, step, today));
  expect(may(MONDAY, { state: "chosen", begunOn: null, endsOn: null })).toEqual([
    ...["begin", "discard"],
  ]);
  expect(may(MONDAY)).toEqual(["stop"]);
  expect(may(daysAfter(MONDAY, 14))).toEqual(["midway", "stop"]);
  expect(may(LAST, { midway: "" })).toEqual(["finish", "extend", "stop"]);
  expect(may(LAST, { midway: "", extendedOn: LAST, endsOn: longerEnd(daily, LAST) })).toEqual([
    "stop",
  ]);
  expect(may(LAST, { state: "finished", endedOn: LAST })).toEqual(["resume"]);
  expect(may(daysAfter(LAST, 1), { state: "stopped", endedOn: LAST })).toEqual([]);
});
