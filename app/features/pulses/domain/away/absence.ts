import { type Absence, isAtWork } from "~/features/people/domain/index.ts";
import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";

/** So many days after somebody came back their team still remembers how it was. */
export const ASKED_WITHIN = 60;
/** So many days of work missed are a test of anything. */
export const LEAST_DAYS = 3;
/** Whoever was away for longer had a stand-in, and what ended with it is no plan for an absence. */
export const LONGEST_DAYS = 400;

/** From when to when somebody was away, both days included, as calendar dates. */
export type Away = Pick<Absence, "firstDay" | "lastDay">;

export type AwayFault = "order" | "not-over" | "too-long-ago" | "too-long" | "too-short";

/** Why nobody can be asked about an absence; null where they can. `workingDays`: see `WorkTimes`. */
export function faultOfAway(
  { firstDay, lastDay }: Away,
  today: string,
  workingDays: string | null,
): AwayFault | null {
  if (lastDay < firstDay) return "order";
  if (lastDay >= today) return "not-over";
  if (daysBetween(lastDay, today) > ASKED_WITHIN) return "too-long-ago";
  const days = daysBetween(firstDay, lastDay) + 1;
  if (days > LONGEST_DAYS) return "too-long";
  let worked = 0;
  for (let at = 0; at < days && worked < LEAST_DAYS; at += 1)
    if (isAtWork({ workingDays: workingDays ?? WEEKDAYS, absences: [] }, daysAfter(firstDay, at)))
      worked += 1;
  return worked < LEAST_DAYS ? "too-short" : null;
}

/** Where nobody knows when somebody works, weekends are no test. */
const WEEKDAYS = "12345";

/** Whether two absences have a day in common: then they are the same one, asked about twice. */
export function overlap(one: Away, other: Away): boolean {
  return one.firstDay <= other.lastDay && other.firstDay <= one.lastDay;
}
