import { z } from "zod";
import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";

/** Where time goes. */
export const timeHats = ["managing", "leading", "neither"] as const;
export type TimeHat = (typeof timeHats)[number];

/** How many weeks are read from a calendar at once. */
export const weekCounts = [1, 2, 4, 8, 12] as const;
export const MOST_WEEKS_SHOWN = 26;
/** How far back a week may lie. */
export const MOST_DAYS_BACK = 2 * 366;

/** What stands for meetings without a title, or marked as private. */
export const NO_TITLE = "";
/** What stands for all titles beyond those that are shown. */
export const RARE = "*";
/** Titles of a calendar that are shown each for itself, those that take most time: more nobody puts to a hat. */
export const MOST_KINDS = 120;
export const LONGEST_TITLE = 200;

/** What somebody called their meetings, and which hat they put it to; null until they have. */
export type TimeKind = { id: string; series: string; title: string; hat: TimeHat | null };

export type TimeSpent = { kindId: string; minutes: number; meetings: number };

/** A week, with what of it is known: by hand the minutes of each hat, from a calendar those of each kind. */
export type TimeWeek = Record<TimeHat, number> & {
  id: string;
  /** Its Monday. */
  weekOn: string;
  source: "hand" | "calendar";
  revision: number;
  spent: TimeSpent[];
};

/** What a calendar that was read held, and what of it counted for nothing, by why. */
export type TimeReading = Record<
  | ("weeks" | "meetings" | "allDay" | "declined" | "cancelled" | "free" | "noLength")
  | ("unreadable" | "unknownZone" | "rare" | "overlapMinutes" | "byHand"),
  number
> & { readOn: string; weekOn: string };

/** A Monday that is known to be one. */
const SOME_MONDAY = "2024-01-01";

/** The Monday of the week that a calendar date lies in. */
export function mondayOf(day: string): string {
  const since = daysBetween(SOME_MONDAY, day) % 7;
  return daysAfter(day, since < 0 ? -since - 7 : -since);
}

/** So many Mondays from one on. */
export function mondaysFrom(monday: string, weeks: number): string[] {
  return Array.from({ length: weeks }, (_, at) => daysAfter(monday, 7 * at));
}

/** Which weeks of a calendar are to be read, as they are asked for in an address. */
export const weeksAsked = z.object({
  from: z.iso.date(),
  weeks: z.coerce.number().refine((weeks) => weekCounts.some((each) => each === weeks)),
});

export type WeekFault = { field: "from" | "weekOn"; code: "to-come" | "too-old" };

/** What is wrong with a week: it is still to come, or lies too far back for a picture of now. */
export function weekFault(field: WeekFault["field"], day: string, today: string): WeekFault | null {
  if (mondayOf(day) > today) return { field, code: "to-come" };
  return daysBetween(day, today) > MOST_DAYS_BACK ? { field, code: "too-old" } : null;
}

/** The weeks that are read unless others are asked for: the last four that are over. */
export function usualWeeks(today: string): { from: string; weeks: number } {
  return { from: daysAfter(mondayOf(today), -28), weeks: 4 };
}
