import fc from "fast-check";
import { expect, test } from "vitest";
import { seriesOf, shownTitle } from "./series.ts";
import { spentInWeeks } from "./spent-in-weeks.ts";
import { MOST_KINDS, mondayOf, RARE, type TimeHat, type TimeWeek, weekFault } from "./time.ts";
import { timeBalance } from "./time-balance.ts";
import { readWeek, weekInput } from "./week-form.ts";

const at = (moment: string) => new Date(moment);
const meeting = (title: string | null, begins: string, ends: string) => ({
  ...{ title, begins: at(begins), ends: at(ends) },
});
const week = { from: "2026-03-23", weeks: 1, zone: "Europe/Berlin" };

test.each([
  ["2026-03-23", "2026-03-23"],
  ["2026-03-29", "2026-03-23"],
  ["2024-01-01", "2024-01-01"],
  ["2023-12-31", "2023-12-25"],
  ["1999-12-31", "1999-12-27"],
])("the week of %s begins on %s", (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test("a week that has begun can be told of, one to come or of long ago can't", () => {
  expect(weekFault("weekOn", "2026-03-29", "2026-03-23")).toBeNull();
  expect(weekFault("weekOn", "2026-03-30", "2026-03-29")?.code).toBe("to-come");
  expect(weekFault("weekOn", "2023-03-27", "2026-03-29")?.code).toBe("too-old");
});

test.each([
  [["Sprint 14: review", "Sprint 15, Review", "AW: Sprint 16 review"], 1],
  [["1:1 Ana", "1:1 Bo"], 2],
  [["Größe", "GRÖSSE"], 2],
  [["2026", "2027"], 2],
  [["*", ""], 2],
  [["週会", "週会 3"], 1],
  [["🎉", "🎉🎉"], 2],
])("%j are %i series", (titles, count) => {
  expect(new Set(titles.map(seriesOf)).size).toBe(count);
});

test("no title can pass for what stands for others, and none is longer than can be read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
      expect(seriesOf(title)).not.toBe(RARE);
      expect(shownTitle(title).length).toBeLessThanOrEqual(200);
    }),
  );
  expect(seriesOf("   ")).toBe("");
});

test("time counts once: meetings over each other share it, also of one series", () => {
  const { weeks, overlapMinutes } = spentInWeeks(
    [
      meeting("A", "2026-03-24T09:00Z", "2026-03-24T10:00Z"),
      meeting("B", "2026-03-24T09:30Z", "2026-03-24T10:30Z"),
      meeting("A", "2026-03-25T09:00Z", "2026-03-25T10:00Z"),
      meeting("A", "2026-03-25T09:00Z", "2026-03-25T10:00Z"),
    ],
    week,
  );
  expect(weeks[0]?.spent).toEqual([
    { series: "a", minutes: 105, meetings: 3 },
    { series: "b", minutes: 45, meetings: 1 },
  ]);
  expect(overlapMinutes).toBe(90);
});

test("minutes lie in the weeks that they are in, where the person is, and a meeting in the one it begins in", () => {
  const asked = { ...week, weeks: 2 };
  // Midnight in Berlin on the 30th is 22:00 in UTC, since clocks went forward.
  const night = [meeting("Night", "2026-03-29T21:00Z", "2026-03-29T23:00Z")];
  expect(spentInWeeks(night, asked).weeks.map(({ spent }) => spent)).toEqual([
    [{ series: "night", minutes: 60, meetings: 1 }],
    [{ series: "night", minutes: 60, meetings: 0 }],
  ]);
  const across = meeting("X", "2026-03-22T21:00Z", "2026-03-22T23:30Z");
  expect(spentInWeeks([across], week).weeks[0]?.spent).toEqual([
    { series: "x", minutes: 30, meetings: 1 },
  ]);
  const before = meeting("X", "2026-03-22T21:00Z", "2026-03-22T23:00Z");
  const after = meeting("X", "2026-04-05T22:00Z", "2026-04-05T23:00Z");
  expect(spentInWeeks([before, after], asked)).toMatchObject({
    ...{ meetings: 0, weeks: [{ spent: [] }, { spent: [] }] },
  });
});

test("whatever overlaps, all series of a week together take no more time than there was", () => {
  const some = fc.array(
    fc.record({
      title: fc.constantFrom("A", "B", "C", null),
      from: fc.integer({ min: -600, max: 11_000 }),
      length: fc.integer({ min: 1, max: 3_000 }),
    }),
    { maxLength: 40 },
  );
  const begin = at("2026-03-22T23:00Z").getTime();
  const hour = 60_000;
  fc.assert(
    fc.property(some, (list) => {
      const meetings = list.map(({ title, from, length }) => ({
        title,
        begins: new Date(begin + from * hour),
        ends: new Date(begin + (from + length) * hour),
      }));
      const busy = new Set(
        list.flatMap(({ from, length }) => Array.from({ length }, (_, each) => from + each)),
      );
      // The week has an hour less: clocks go forward.
      const inWeek = [...busy].filter((each) => each >= 0 && each < 7 * 24 * 60 - 60).length;
      const spent = spentInWeeks(meetings, week).weeks[0]?.spent ?? [];
      const sum = spent.reduce((total, { minutes }) => total + minutes, 0);
      expect(Math.abs(sum - inWeek)).toBeLessThanOrEqual(4);
    }),
  );
});

test("beyond as many titles as anybody looks at, the rest is counted together, and how many there are is told", () => {
  const many = Array.from({ length: MOST_KINDS + 30 }, (_, each) => {
    const name = `T${String.fromCodePoint(0x4e00 + each)}`;
    const ends = new Date(
      at("2026-03-24T08:00Z").getTime() + 60_000 * (each < MOST_KINDS ? 60 : 5),
    );
    return { title: name, begins: at("2026-03-24T08:00Z"), ends };
  });
  const { weeks, rare, titles } = spentInWeeks(many, week);
  expect(weeks[0]?.spent).toHaveLength(MOST_KINDS + 1);
  expect(weeks[0]?.spent.find(({ series }) => series === RARE)?.meetings).toBe(30);
  expect(rare).toBe(30);
  expect(titles.get(RARE)).toBe("");
});

const byHand = (managing: number, leading: number, neither = 0): TimeWeek => ({
  ...{ id: "w", weekOn: "2026-03-23", source: "hand", managing, leading, neither },
  ...{ revision: 1, spent: [] },
});
const fromCalendar = (minutes: Partial<Record<TimeHat | "open", number>>): TimeWeek => ({
  ...byHand(0, 0),
  source: "calendar",
  spent: Object.entries(minutes).map(([kindId, each]) => ({
    ...{ kindId, minutes: each, meetings: 1 },
  })),
});
const kinds = (["managing", "leading", "neither"] as const).map((hat) => ({
  ...{ id: hat, series: hat, title: hat, hat },
}));

test.each([
  ["more managing", [byHand(600, 300)], "managing"],
  ["more leading", [byHand(300, 600)], "leading"],
  ["nearly the same", [byHand(600, 570)], "even"],
  ["neither alone", [byHand(0, 0, 600)], "none"],
  [
    "what is open could turn it",
    [fromCalendar({ managing: 300, leading: 100, open: 300 })],
    "open",
  ],
  [
    "what is open could not turn it",
    [fromCalendar({ managing: 900, leading: 100, open: 60 })],
    "managing",
  ],
  ["all of it is open", [fromCalendar({ open: 60 })], "open"],
  [
    "even but for much that is open",
    [fromCalendar({ managing: 100, leading: 100, open: 90 })],
    "open",
  ],
])("%s: it is said so", (_what, weeks, tilt) => {
  expect(timeBalance(weeks, kinds).tilt).toBe(tilt);
});

test("minutes of kinds go to the hat they are put to, and to none where they are not", () => {
  const weeks = [byHand(60, 0), fromCalendar({ managing: 30, leading: 20, neither: 10, open: 5 })];
  expect(timeBalance(weeks, kinds).total).toEqual({
    managing: 90,
    leading: 20,
    neither: 10,
    open: 5,
  });
});

const typed = (form: Record<string, string>) =>
  readWeek(weekInput.parse({ weekOn: "2026-03-25", ...form }), "2026-03-29");

test("hours are typed with a point or a comma, rounded to the minute, and what is no number is told by its field", () => {
  expect(typed({ managing: "7,5", leading: " 2.25 ", neither: "" })).toEqual({
    weekOn: "2026-03-23",
    minutes: { managing: 450, leading: 135, neither: 0 },
    problems: [],
  });
  for (const nonsense of ["-1", "1e3", "seven", "7.555", "1,000.5", "NaN"])
    expect(typed({ leading: nonsense }).problems, nonsense).toContainEqual({
      ...{ field: "leading", code: "malformed" },
    });
  expect(typed({}).problems).toEqual([{ code: "no-hours" }]);
  expect(typed({ managing: "100", leading: "68.5" }).problems).toEqual([
    { code: "more-than-a-week" },
  ]);
});
