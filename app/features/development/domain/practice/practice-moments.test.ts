import { expect, test } from "vitest";
import { practiceMoments } from "./practice-moments.ts";

const BERLIN = { zone: "Europe/Berlin", absences: [] };
const running = {
  ...{ state: "running" as const, begunOn: "2026-03-26", endsOn: "2026-04-02" },
  ...{ weekdays: "1457", nudgeHour: 9 },
};

test("each planned day at its hour where somebody is, also when clocks are changed", () => {
  const found = practiceMoments(running, BERLIN).map(({ day, from }) => [day, from.toISOString()]);
  expect(found).toEqual([
    ["2026-03-26", "2026-03-26T08:00:00.000Z"],
    ["2026-03-27", "2026-03-27T08:00:00.000Z"],
    ["2026-03-29", "2026-03-29T07:00:00.000Z"],
    ["2026-03-30", "2026-03-30T07:00:00.000Z"],
    ["2026-04-02", "2026-04-02T07:00:00.000Z"],
  ]);
});

test("none on days off, and none of what has not begun or is over", () => {
  const absences = [{ firstDay: "2026-03-27", lastDay: "2026-03-31" }];
  const days = practiceMoments(running, { ...BERLIN, absences }).map(({ day }) => day);
  expect(days).toEqual(["2026-03-26", "2026-04-02"]);
  for (const state of ["chosen", "finished", "stopped"] as const)
    expect(practiceMoments({ ...running, state }, BERLIN)).toEqual([]);
  expect(practiceMoments({ ...running, begunOn: null, endsOn: null }, BERLIN)).toEqual([]);
});
