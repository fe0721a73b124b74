import { expect, test } from "vitest";
import { LARGEST_CALENDAR, readCalendar } from "./read-calendar.server.ts";

const BERLIN = [
  ...["BEGIN:VTIMEZONE", "TZID:Harbour", "BEGIN:STANDARD", "DTSTART:19701025T030000"],
  ...["RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100"],
  ...["END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:19700329T020000"],
  ...["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"],
  ...["END:DAYLIGHT", "END:VTIMEZONE"],
];

const entry = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const file = (...lines: string[]) =>
  Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n"));
const asked = {
  ...{ from: "2026-03-23", until: "2026-04-06", addresses: ["ana@harbour.example"] },
  ...{ here: "Europe/Berlin", owner: "test" },
};

/** What a file has between 23 March and 5 April 2026, in which clocks go forward on the 29th. */
async function read(...lines: string[]) {
  const reading = await readCalendar(file(...lines), asked);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}
const times = async (...lines: string[]) =>
  (await read(...lines)).meetings.map(
    ({ begins, ends }) =>
      `${begins.toISOString().slice(5, 16)} ${(ends.getTime() - begins.getTime()) / 60_000}`,
  );

test.each([
  ["a zone of the world", [], "DTSTART;TZID=Europe/Berlin:20260330T090000", "03-30T07:00 60"],
  ["a zone of Windows", [], "DTSTART;TZID=Tokyo Standard Time:20260330T090000", "03-30T00:00 60"],
  [
    "a zone that the file describes",
    BERLIN,
    "DTSTART;TZID=Harbour:20260330T090000",
    "03-30T07:00 60",
  ],
  ["UTC", [], "DTSTART:20260330T090000Z", "03-30T09:00 60"],
  ["no zone: where its reader is", [], "DTSTART:20260330T090000", "03-30T07:00 60"],
])("a time in %s is the moment it means", async (_what, zones, start, moment) => {
  expect(await times(...zones, ...entry(start, "DURATION:PT1H", "SUMMARY:Talk"))).toEqual([moment]);
});

test("a zone that nobody knows is taken as the reader's own, and counted", async () => {
  const { meetings, left } = await read(
    ...entry("DTSTART;TZID=Mars/Olympus:20260330T090000", "DURATION:PT1H", "SUMMARY:Talk"),
  );
  expect(meetings[0]?.begins.toISOString()).toBe("2026-03-30T07:00:00.000Z");
  expect(left.unknownZone).toBe(1);
});

test("a rule without an end, begun years ago, is followed through the change of clocks and no further", async () => {
  expect(
    await times(
      ...entry(
        "UID:1",
        ...[
          "DTSTART;TZID=Europe/Berlin:20160104T090000",
          "DTEND;TZID=Europe/Berlin:20160104T093000",
        ],
        ...[
          "RRULE:FREQ=WEEKLY;BYDAY=MO",
          "EXDATE;TZID=Europe/Berlin:20260406T090000",
          "SUMMARY:Start",
        ],
      ),
    ),
  ).toEqual(["03-23T08:00 30", "03-30T07:00 30"]);
});

test("a meeting through the night in which clocks go forward is an hour shorter", async () => {
  expect(
    await times(
      ...entry(
        ...[
          "DTSTART;TZID=Europe/Berlin:20260328T230000",
          "DTEND;TZID=Europe/Berlin:20260329T060000",
        ],
        "SUMMARY:Night",
      ),
    ),
  ).toEqual(["03-28T22:00 360"]);
});

test("one day of what repeats is moved, another called off, a third declined", async () => {
  const changed = (day: string, ...lines: string[]) =>
    entry("UID:1", `RECURRENCE-ID;TZID=Europe/Berlin:${day}T090000`, "SUMMARY:Round", ...lines);
  const { meetings, left } = await read(
    ...BERLIN,
    ...entry(
      "UID:1",
      ...[
        "DTSTART;TZID=Europe/Berlin:20260301T090000",
        "DURATION:PT1H",
        "RRULE:FREQ=DAILY;COUNT=27",
      ],
      "SUMMARY:Round",
    ),
    ...changed("20260324", "DTSTART;TZID=Europe/Berlin:20260324T150000", "DURATION:PT2H"),
    ...changed(
      "20260325",
      "DTSTART;TZID=Europe/Berlin:20260325T090000",
      "DURATION:PT1H",
      "STATUS:CANCELLED",
    ),
    ...changed(
      "20260326",
      ...["DTSTART;TZID=Europe/Berlin:20260326T090000", "DURATION:PT1H"],
      "ATTENDEE;PARTSTAT=DECLINED;CN=Ana:mailto:Ana@Harbour.example",
    ),
  );
  // The days before are left to whoever asked: a margin of two is read.
  const those = meetings.map(({ begins, ends }) => [
    begins.toISOString().slice(5, 16),
    (ends.getTime() - begins.getTime()) / 3_600_000,
  ]);
  expect(those.filter(([at]) => String(at) > "03-23")).toEqual([
    ["03-23T08:00", 1],
    ["03-24T14:00", 2],
    ["03-27T08:00", 1],
  ]);
  expect(left).toMatchObject({ cancelled: 1, declined: 1 });
});

test("what takes no time that can be told is counted by why, and of others' answers nothing is read", async () => {
  const at = "DTSTART:20260330T090000Z";
  const { meetings, left } = await read(
    ...entry("DTSTART;VALUE=DATE:20260330", "SUMMARY:Holiday"),
    ...entry("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY", "SUMMARY:Home"),
    ...entry(at, "DTEND:20260402T090000Z", "SUMMARY:Fair"),
    ...entry(at, "DURATION:PT1H", "SUMMARY:Off", "STATUS:CANCELLED"),
    ...entry(at, "DURATION:PT1H", "SUMMARY:Lunch", "TRANSP:TRANSPARENT"),
    ...entry(at, "SUMMARY:Moment"),
    ...entry(at, "DTEND:20260330T080000Z", "SUMMARY:Backwards"),
    ...entry("DTSTART:garbage", "SUMMARY:Broken"),
    ...entry("SUMMARY:Never"),
    ...entry(at, "DURATION:PT1H", "RRULE:FREQ=MINUTELY", "SUMMARY:Tick"),
    ...entry(at, "DURATION:PT1H", "RRULE:FREQ=YEARLY;BYMONTH=14", "SUMMARY:Odd"),
    ...entry(
      at,
      "DURATION:PT1H",
      "SUMMARY:Theirs",
      "ATTENDEE;PARTSTAT=DECLINED:mailto:eve@harbour.example",
    ),
    ...entry(
      at,
      "DURATION:PT1H",
      "SUMMARY:Mine",
      "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@harbour.example",
    ),
    ...entry("DTSTART:20250330T090000Z", "DURATION:PT1H", "STATUS:CANCELLED", "SUMMARY:Long ago"),
  );
  expect(meetings.map(({ title }) => title)).toEqual(["Theirs"]);
  expect(left).toEqual({
    ...{
      allDay: 3,
      cancelled: 1,
      free: 1,
      noLength: 2,
      unreadable: 4,
      declined: 1,
      unknownZone: 0,
    },
  });
});

test("of what is marked as private no title is read; folded and escaped titles are whole", async () => {
  const { meetings } = await read(
    ...entry("DTSTART:20260330T090000Z", "DURATION:PT1H", "CLASS:PRIVATE", "SUMMARY:Doctor"),
    ...entry("DTSTART:20260331T090000Z", "DURATION:PT1H", "SUMMARY:Plan\\, do", " ne"),
    ...entry("DTSTART:20260401T090000Z", "DURATION:PT1H"),
    ...entry(
      ...["DTSTART:20260402T090000Z", "DURATION:PT1H", "SUMMARY:Alarmed"],
      ...["BEGIN:VALARM", "SUMMARY:Ring", "TRIGGER:-PT15M", "END:VALARM"],
    ),
  );
  expect(meetings.map(({ title }) => title)).toEqual([null, "Plan, done", "", "Alarmed"]);
});

test("a calendar called by an address says whose answers count", async () => {
  const { left } = await read(
    "X-WR-CALNAME:ana.private@mail.example",
    ...entry(
      ...["DTSTART:20260330T090000Z", "DURATION:PT1H", "SUMMARY:Mine"],
      "ATTENDEE;PARTSTAT=DECLINED:mailto:ana.private@mail.example",
    ),
  );
  expect(left.declined).toBe(1);
});

test.each([
  ["nothing", "", "file-empty"],
  ["blank lines", "\r\n \r\n", "file-empty"],
  ["a table", "name,email\nAna,ana@harbour.example", "file-no-calendar"],
  ["a picture", "\x89PNG\r\n\x1a\n", "file-no-calendar"],
  ["one that breaks off", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Half", "file-damaged"],
  ["parts that cross", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR", "file-damaged"],
])("%s is refused with why", async (_what, text, reason) => {
  expect(await readCalendar(Buffer.from(text), asked)).toEqual({ ok: false, reason });
});

test("a calendar with nothing in it is one, and empty", async () => {
  expect((await read()).meetings).toEqual([]);
});

test("too large a file is refused before it is read, too many entries or days while it is", async () => {
  const large = Buffer.alloc(LARGEST_CALENDAR + 1, "BEGIN:VCALENDAR\r\n");
  expect(await readCalendar(large, asked)).toEqual({ ok: false, reason: "file-too-large" });
  const many = Array.from({ length: 20_001 }, () => ["BEGIN:VEVENT", "END:VEVENT"]).flat();
  expect(await readCalendar(file(...many), asked)).toEqual({
    ...{ ok: false, reason: "file-too-many-rows" },
  });
  const daily = entry("DTSTART:20260321T090000Z", "DURATION:PT5M", "RRULE:FREQ=DAILY", "SUMMARY:X");
  const crowd = Array.from({ length: 1_300 }, () => daily).flat();
  expect(await readCalendar(file(...crowd), asked)).toEqual({
    ...{ ok: false, reason: "file-too-much-inside" },
  });
});

test("a year with 5,000 entries is read, with the server free for others meanwhile", async () => {
  const entries = Array.from({ length: 5_000 }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, "0");
    const month = String(1 + (at % 12)).padStart(2, "0");
    return entry(
      `UID:${at}`,
      `DTSTART:2026${month}${day}T090000Z`,
      "DURATION:PT30M",
      `SUMMARY:T ${at}`,
    );
  }).flat();
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 5);
  const { meetings } = await read(...entries);
  clearInterval(others);
  expect(meetings.length).toBeGreaterThan(100);
  expect(turns).toBeGreaterThan(5);
});
