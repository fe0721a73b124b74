import { expect, test } from "vitest";
import { lastStep, nextStep } from "./steps.ts";

test("progress moves at six and at eighteen o'clock, where the organisation is", () => {
  const at = (time: string) => new Date(`2026-03-02T${time}Z`);
  expect(lastStep("UTC", at("12:00:00"))).toEqual(at("06:00:00"));
  expect(nextStep("UTC", at("12:00:00"))).toEqual(at("18:00:00"));
  expect(lastStep("UTC", at("06:00:00"))).toEqual(at("06:00:00"));
  expect(lastStep("UTC", at("05:59:59"))).toEqual(new Date("2026-03-01T18:00:00Z"));
  expect(nextStep("UTC", at("18:00:00"))).toEqual(new Date("2026-03-03T06:00:00Z"));
  expect(lastStep("America/New_York", at("12:00:00"))).toEqual(at("11:00:00"));
});

test("a night with a change of clocks has its steps, too", () => {
  // In Berlin clocks go forward at 2 on 29 March 2026: 6 o'clock is 4 UTC.
  expect(lastStep("Europe/Berlin", new Date("2026-03-29T08:00:00Z"))).toEqual(
    new Date("2026-03-29T04:00:00Z"),
  );
});
