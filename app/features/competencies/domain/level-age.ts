import { monthsAfter } from "~/platform/calendar/days.ts";

/** How old what a level rests on is: up to a year, up to two, older. */
export const levelAges = ["fresh", "year", "older"] as const;
export type LevelAge = (typeof levelAges)[number];

export function ageOf(newestOn: string, today: string): LevelAge {
  if (newestOn > monthsAfter(today, -12)) return "fresh";
  return newestOn > monthsAfter(today, -24) ? "year" : "older";
}
