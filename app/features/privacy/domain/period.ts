import { daysAfter, monthsAfter } from "~/platform/calendar/days.ts";

/** For how many years a kind of data is kept; null: for ever. */
export type Period = number | null;

/** What was chosen last, from which calendar date on it holds, and what holds until then. */
export type Chosen = { years: Period; before: Period; holdsFrom: string };

/** How long a shorter period waits before anything is forgotten by it: whoever chose it by mistake can take it back. */
export const WAIT_DAYS = 7;

const MONTHS = 12;

/** What holds on a calendar date; for ever where nothing was chosen. */
export function periodOn(chosen: Chosen | null, day: string): Period {
  if (chosen === null) return null;
  return day < chosen.holdsFrom ? chosen.before : chosen.years;
}

/** What stands once somebody chooses. What is shorter than what holds now waits; what is longer holds at once. */
export function afterChoosing(current: Chosen | null, years: Period, today: string): Chosen {
  const before = periodOn(current, today);
  const holdsFrom = isShorter(years, before) ? daysAfter(today, WAIT_DAYS) : today;
  return { years, before, holdsFrom };
}

/** Everything from before this calendar date is old enough on a day; null: nothing is. */
export function forgottenBefore(chosen: Chosen | null, day: string): string | null {
  const period = periodOn(chosen, day);
  return period === null ? null : monthsAfter(day, -MONTHS * period);
}

function isShorter(period: Period, than: Period): boolean {
  return period !== null && (than === null || period < than);
}
