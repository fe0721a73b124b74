import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localTime } from "~/platform/calendar/zones.ts";
import {
  dueReason,
  nominationReason,
  type Reminded,
  type ReminderRound,
  reminderAsked,
  reminderDue,
  reminderInstead,
  type WorkLeft,
} from "./reminders.ts";

const round: ReminderRound = {
  id: "spring",
  state: "collecting",
  paused: false,
  opensOn: "2026-03-02",
  closesOn: "2026-03-20",
  reminderDays: [7, 3, 1],
};
const work = (over: Partial<ReminderRound> = {}, left = 2): WorkLeft => ({
  round: { ...round, ...over },
  left,
  justAsked: false,
});
const noon = (date: string) => ({ date, hour: 12 });

test.each([
  ["2026-03-12", null],
  ["2026-03-13", "days-7-of-2026-03-20"],
  ["2026-03-16", "days-7-of-2026-03-20"],
  ["2026-03-17", "days-3-of-2026-03-20"],
  ["2026-03-20", "days-1-of-2026-03-20"],
  ["2026-03-21", null],
])("on %s the last reminder whose day has come is %s", (today, reason) => {
  expect(dueReason(round, today)).toBe(reason);
});

test("a round launched within its reminder days begins with the next one", () => {
  expect(dueReason({ ...round, opensOn: "2026-03-15" }, "2026-03-16")).toBeNull();
  expect(dueReason({ ...round, opensOn: "2026-03-13" }, "2026-03-14")).toBeNull();
  expect(dueReason({ ...round, opensOn: "2026-03-15" }, "2026-03-17")).toBe("days-3-of-2026-03-20");
});

test("a round that stays open longer reminds anew", () => {
  const reminded = [{ roundId: "spring", reason: "days-3-of-2026-03-20", sentOn: "2026-03-17" }];
  const plan = reminderDue(noon("2026-03-24"), [work({ closesOn: "2026-03-27" })], reminded);
  expect(plan?.reasons).toEqual([{ roundId: "spring", reason: "days-3-of-2026-03-27" }]);
});

test("one letter speaks of everything that is left, what closes first coming first", () => {
  const others = [
    work({ id: "open end", closesOn: null }),
    work({ id: "later", closesOn: "2026-06-01" }),
    work(),
    work({ id: "done" }, 0),
    work({ id: "paused", paused: true }),
    work({ id: "over", closesOn: "2026-03-12" }),
  ];
  const plan = reminderDue(noon("2026-03-13"), others, []);
  expect(plan?.about.map((each) => each.round.id)).toEqual(["spring", "later", "open end"]);
  expect(plan?.reasons).toEqual([{ roundId: "spring", reason: "days-7-of-2026-03-20" }]);
});

test("whoever was asked only just now is left in peace", () => {
  expect(reminderDue(noon("2026-03-13"), [{ ...work(), justAsked: true }], [])).toBeNull();
});

test("HR's wish: once a date, in the morning when it is night, not without work", () => {
  const at = { date: "2026-03-05", hour: 23 };
  expect(reminderAsked("spring", at, [work()], [])).toEqual({ when: "in-the-morning" });
  const now = reminderAsked("spring", noon("2026-03-05"), [work()], []);
  expect(now).toMatchObject({
    when: "now",
    plan: { reasons: [{ roundId: "spring", reason: "asked-2026-03-05" }] },
  });
  const before = [{ roundId: "other", reason: "days-3", sentOn: "2026-03-05" }];
  expect(reminderAsked("spring", noon("2026-03-05"), [work()], before)).toEqual({
    when: "already",
  });
  expect(reminderAsked("spring", noon("2026-03-05"), [work({}, 0)], [])).toEqual({
    when: "nothing-left",
  });
});

test("nobody is reminded on a day off; what HR wished for leaves on a morning, and what was due is caught up with", () => {
  const off = { ...noon("2026-03-13"), off: true };
  expect(reminderDue(off, [work()], [])).toBeNull();
  expect(reminderDue(noon("2026-03-14"), [work()], [])?.reasons).toEqual([
    { roundId: "spring", reason: "days-7-of-2026-03-20" },
  ]);
  expect(reminderAsked("spring", off, [work()], [])).toEqual({ when: "in-the-morning" });
  expect(reminderInstead(off, [work()], [])).toEqual({ when: "in-the-morning" });
  expect(nominationReason({ nominateBy: "2026-03-13" }, off)).toBeNull();
});

test.each([
  ["2026-03-06", null],
  ["2026-03-07", "nominate-2-of-2026-03-09"],
  ["2026-03-09", "nominate-2-of-2026-03-09"],
  ["2026-03-10", null],
])("on %s a list of raters due on 9 March is asked for: %s", (date, reason) => {
  expect(nominationReason({ nominateBy: "2026-03-09" }, noon(date))).toBe(reason);
  expect(nominationReason({ nominateBy: "2026-03-09" }, { date, hour: 7 })).toBeNull();
});

describe("over months, whatever the zones, the closing dates and the hours at which time is kept", () => {
  const zones = [
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Europe/Berlin",
    "America/Santiago",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "UTC",
  ];
  const start = Date.parse("2026-03-01T00:00:00Z");
  const MINUTES = 15;
  const DAYS = 60;
  const day = fc.integer({ min: 1, max: DAYS }).map((days) => dateAfter(days));
  const scenario = fc.record({
    zone: fc.constantFrom(...zones),
    closes: fc.array(day, { minLength: 1, maxLength: 3 }),
    reminderDays: fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 4 }),
    finishesOn: fc.option(fc.integer({ min: DAYS / 2, max: DAYS })),
    // Time is kept at these moments only; between them the server is away.
    moments: fc.uniqueArray(fc.integer({ min: 0, max: DAYS * 96 }), {
      minLength: 50,
      maxLength: 400,
    }),
  });

  function dateAfter(days: number): string {
    return new Date(start + days * 86_400_000).toISOString().slice(0, 10);
  }

  test("nobody is written to at night, twice for a reason, twice on a date, without work or too late", () => {
    let sent = 0;
    fc.assert(
      fc.property(scenario, ({ zone, closes, reminderDays, finishesOn, moments }) => {
        const before: Reminded[] = [];
        for (const moment of moments.toSorted((a, b) => a - b)) {
          const at = new Date(start + moment * MINUTES * 60_000);
          const finished = finishesOn !== null && moment >= finishesOn * 96;
          const local = localTime(zone, at);
          const own = closes.map((closesOn, index) =>
            work(
              { id: `round ${index}`, closesOn, reminderDays, opensOn: "2026-02-01" },
              finished ? 0 : 1,
            ),
          );
          const plan = reminderDue(local, own, before);
          if (!plan) continue;
          sent += 1;
          const clock = new Intl.DateTimeFormat("en-GB", {
            timeZone: zone,
            hour: "2-digit",
            hourCycle: "h23",
          }).format(at);
          expect(Number(clock)).toBeGreaterThanOrEqual(8);
          expect(Number(clock)).toBeLessThan(18);
          expect(finished).toBe(false);
          expect(before.some(({ sentOn }) => sentOn === local.date)).toBe(false);
          for (const { round: about } of plan.about)
            expect(about.closesOn !== null && about.closesOn >= local.date).toBe(true);
          for (const reason of plan.reasons) {
            expect(before).not.toContainEqual(expect.objectContaining(reason));
            before.push({ ...reason, sentOn: local.date });
          }
        }
        const perReason = before.map(({ roundId, reason }) => `${roundId} ${reason}`);
        expect(new Set(perReason).size).toBe(perReason.length);
      }),
      { numRuns: 100, seed: 20_260_322 },
    );
    expect(sent, "the property is about something").toBeGreaterThan(50);
  });

  test("with time kept every hour, each reminder day brings exactly one letter", () => {
    for (const zone of zones) {
      const before: Reminded[] = [];
      for (let moment = 0; moment < 40 * 96; moment += 4) {
        const at = new Date(start + moment * MINUTES * 60_000);
        const local = localTime(zone, at);
        const own = [work({ closesOn: "2026-04-05", opensOn: "2026-03-01" })];
        const plan = reminderDue(local, own, before);
        for (const reason of plan?.reasons ?? []) before.push({ ...reason, sentOn: local.date });
      }
      expect(before.map(({ sentOn }) => sentOn)).toEqual([
        "2026-03-29",
        "2026-04-02",
        "2026-04-04",
      ]);
    }
  });
});

describe("instead of a reminder that was taken back", () => {
  const later = work({ id: "later", closesOn: "2026-06-01" });

  test("one leaves about whatever is left, and what is due as well is done with it", () => {
    expect(reminderInstead(noon("2026-03-13"), [later, work()], [])).toEqual({
      when: "now",
      plan: {
        about: [work(), later],
        reasons: [
          { roundId: "spring", reason: "days-7-of-2026-03-20" },
          { roundId: "spring", reason: "instead-2026-03-13" },
        ],
      },
    });
    expect(reminderInstead(noon("2026-03-10"), [later], [])).toMatchObject({
      when: "now",
      plan: { reasons: [{ roundId: "later", reason: "instead-2026-03-10" }] },
    });
  });

  test("none leaves without anything left, at night, or beside another of that day", () => {
    const today = { roundId: "later", reason: "asked-2026-03-13", sentOn: "2026-03-13" };
    expect(reminderInstead(noon("2026-03-13"), [work({ paused: true })], [])).toEqual({
      when: "nothing-left",
    });
    expect(reminderInstead({ date: "2026-03-13", hour: 3 }, [later], [])).toEqual({
      when: "in-the-morning",
    });
    expect(reminderInstead(noon("2026-03-13"), [later], [today])).toEqual({ when: "already" });
  });
});
