import ICAL from "ical.js";
import { expect, test } from "vitest";
import { writeFeed } from "./write-feed.server.ts";

const written = (entries: Parameters<typeof writeFeed>[0]) => {
  const madeAt = new Date("2026-03-01T12:00:00Z");
  const text = writeFeed(entries, {
    name: "Due – Ærlig & klar",
    publicUrl: "http://x.test",
    madeAt,
  });
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  return { text, calendar, events };
};

test("a day stays that day, wherever the server is, and a moment that moment", () => {
  const zone = process.env.TZ;
  for (const TZ of ["Pacific/Honolulu", "Pacific/Auckland", "UTC"]) {
    process.env.TZ = TZ;
    const { events } = written([
      { id: "plan 1", title: "Due in your plan", at: { day: "2026-03-29" }, path: "/plan" },
      {
        ...{ id: "practice 1 2026-03-29", title: "Your practice", path: "/plan/practice" },
        at: { from: new Date("2026-03-29T06:00:00Z"), minutes: 10 },
      },
    ]);
    const [day, moment] = events.map((event) => new ICAL.Event(event));
    expect([day?.startDate.isDate, day?.startDate.toString()]).toEqual([true, "2026-03-29"]);
    expect(moment?.startDate.toJSDate().toISOString()).toBe("2026-03-29T06:00:00.000Z");
    expect(moment?.duration.toSeconds()).toBe(600);
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("it takes nobody's time, is marked as private, and keeps the name of each entry", () => {
  const entry = {
    id: "a 1",
    title: "Semi; colon, comma\nline",
    at: { day: "2026-03-02" },
    path: "/x",
  };
  const { events, calendar } = written([entry]);
  const said = (name: string) => events[0]?.getFirstPropertyValue(name)?.toString();
  expect(said("class")).toBe("PRIVATE");
  expect(said("transp")).toBe("TRANSPARENT");
  expect(said("uid")).toBe("a-1@twohats");
  expect(said("summary")).toBe(entry.title);
  expect(said("url")).toBe("http://x.test/x");
  expect(calendar.getFirstPropertyValue("x-wr-calname")?.toString()).toBe("Due – Ærlig & klar");
});

test("five thousand entries, and none", () => {
  expect(written([]).events).toHaveLength(0);
  const many = Array.from({ length: 5_000 }, (_, at) => ({
    ...{ id: `x ${at}`, title: "Due", at: { day: "2026-03-02" }, path: "/plan" },
  }));
  expect(written(many).events).toHaveLength(5_000);
});
