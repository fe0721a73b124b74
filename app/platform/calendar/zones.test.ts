import { expect, test } from "vitest";
import { dateIn, endOfDay, isZone, localTime, nextAtHour, zoneAmong } from "./zones.ts";

test("the first zone that exists counts; nonsense and nothing are passed over", () => {
  expect(zoneAmong("Europe/Berlin", "Asia/Tokyo")).toBe("Europe/Berlin");
  expect(zoneAmong("Berlin", null, "", "Asia/Tokyo")).toBe("Asia/Tokyo");
  expect(zoneAmong(null, "Mars/Olympus")).toBe("UTC");
  expect(isZone("Central European Time")).toBe(false);
});

test("at one moment it is three different days on earth", () => {
  const at = new Date("2026-03-02T10:30:00Z");
  expect(dateIn("Pacific/Kiritimati", at)).toBe("2026-03-03");
  expect(dateIn("UTC", at)).toBe("2026-03-02");
  expect(dateIn("Pacific/Pago_Pago", at)).toBe("2026-03-01");
});

test.each([
  ["clocks go forward, 23 hours", "2026-03-29", "Europe/Berlin", "2026-03-29T22:00:00.000Z", 23],
  ["clocks go back, 25 hours", "2026-10-25", "Europe/Berlin", "2026-10-25T23:00:00.000Z", 25],
  ["forward at midnight itself", "2026-09-05", "America/Santiago", "2026-09-06T04:00:00.000Z", 24],
  ["no clock change", "2026-03-29", "Asia/Kolkata", "2026-03-29T18:30:00.000Z", 24],
  ["furthest east", "2026-03-29", "Pacific/Kiritimati", "2026-03-29T10:00:00.000Z", 24],
  ["furthest west", "2026-03-29", "Pacific/Pago_Pago", "2026-03-30T11:00:00.000Z", 24],
])("a day ends where it ends: %s", (_, date, zone, end, hours) => {
  const ends = endOfDay(date, zone);
  expect(ends.toISOString()).toBe(end);
  expect(dateIn(zone, new Date(ends.getTime() - 1))).toBe(date);
  expect(dateIn(zone, ends) > date).toBe(true);
  const began = new Date(ends.getTime() - hours * 3_600_000);
  expect(dateIn(zone, began)).toBe(date);
  expect(dateIn(zone, new Date(began.getTime() - 1)) < date).toBe(true);
});

test("the hour is what clocks show there, through a change of clocks", () => {
  expect(localTime("Europe/Berlin", new Date("2026-03-29T00:59:00Z")).hour).toBe(1);
  expect(localTime("Europe/Berlin", new Date("2026-03-29T01:00:00Z")).hour).toBe(3);
  expect(localTime("Asia/Kolkata", new Date("2026-03-29T02:29:00Z")).hour).toBe(7);
  expect(localTime("Asia/Kolkata", new Date("2026-03-29T02:30:00Z")).hour).toBe(8);
});

test.each([
  ["2026-03-28T21:00:00Z", "Europe/Berlin", "2026-03-29T06:00:00.000Z"],
  ["2026-03-29T02:00:00Z", "Europe/Berlin", "2026-03-29T06:00:00.000Z"],
  ["2026-03-29T06:00:00Z", "Europe/Berlin", "2026-03-30T06:00:00.000Z"],
  ["2026-03-29T06:00:00Z", "Asia/Kolkata", "2026-03-30T02:30:00.000Z"],
])("after %s, the next 8 o'clock in %s is %s", (at, zone, next) => {
  expect(nextAtHour(zone, new Date(at), 8).toISOString()).toBe(next);
});

test("an unknown zone is not guessed", () => {
  expect(() => dateIn("Mars/Olympus", new Date())).toThrow(RangeError);
});
