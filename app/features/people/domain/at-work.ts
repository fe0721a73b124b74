import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";

/** From when to when somebody is away, both days included. */
export type Absence = { id: string; firstDay: string; lastDay: string };

/** When somebody works, as far as it is known. */
export type WorkTimes = {
  /** "12345" is Monday to Friday; null: not known, so any day. */
  workingDays: string | null;
  absences: readonly Omit<Absence, "id">[];
};

const A_MONDAY = "2024-01-01";
/** Absences may follow each other; nobody is looked up for longer. */
const FURTHEST_DAYS = 750;

/** Whether somebody works on a day and is not away. */
export function isAtWork({ workingDays, absences }: WorkTimes, day: string): boolean {
  const weekday = ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
  if (workingDays !== null && !workingDays.includes(String(weekday + 1))) return false;
  return absences.every(({ firstDay, lastDay }) => day < firstDay || day > lastDay);
}

/** The first day from this one on on which somebody is at work; null when none comes within two years. */
export function nextDayAtWork(times: WorkTimes, from: string): string | null {
  for (let day = from, step = 0; step < FURTHEST_DAYS; step += 1, day = daysAfter(day, 1))
    if (isAtWork(times, day)) return day;
  return null;
}
