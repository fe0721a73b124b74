import { expect, test } from "vitest";
import { isZone } from "~/platform/calendar/zones.ts";
import { placeOf } from "./place-of.ts";
import { listedZone, ZONES } from "./zones.ts";

test("every zone on the list is one that the clock knows, and stands there once", () => {
  expect(ZONES.length).toBeGreaterThan(400);
  expect(ZONES.filter((zone) => !isZone(zone))).toEqual([]);
  expect(new Set(ZONES).size).toBe(ZONES.length);
});

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["europe/berlin", "Europe/Berlin"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["UTC", "UTC"],
  ["Central European Time", null],
  ["Mars/Olympus", null],
  ["", null],
])("%s is listed as %s", (text, zone) => {
  expect(listedZone(text)).toBe(zone);
});

test("a zone is read by its place, the nearest name first", () => {
  expect(placeOf("America/Argentina/Buenos_Aires")).toEqual({
    region: "America",
    place: "Buenos Aires, Argentina",
  });
  expect(placeOf("UTC")).toEqual({ region: "", place: "UTC" });
});
