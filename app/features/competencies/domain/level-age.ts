import { monthsAfter } from "~/platform/calendar/days.ts";

/** How old what a level rests on is: up to a year, up to two, older. */
export const levelAges = ["fresh", "year", "older"] as const;
export type LevelAge = (typeof levelAges)[number];

export function ageOf(newestOn: string, today: string): LevelAge {
  const { year, two } = limitsOn(today);
  if (newestOn > year) return "fresh";
  return newestOn > two ? "year" : "older";
}

/** The last day on which what was said is older than two years. */
export function oldUntil(today: string): string {
  return limitsOn(today).two;
}

let limits = { today: "", year: "", two: "" };

/** Tables ask hundreds of thousands of times on one day. */
function limitsOn(today: string): typeof limits {
  if (limits.today !== today)
    limits = { today, year: monthsAfter(today, -12), two: monthsAfter(today, -24) };
  return limits;
}
