import { daysBetween } from "~/platform/calendar/days.ts";
import type { Absence } from "./at-work.ts";

const LONGEST_DAYS = 731;
/** Of one person. */
export const MOST_ABSENCES = 100;

/** `before-first`: it ends before it begins. `too-far`: for longer than can be noted. */
export type AbsenceFault = "before-first" | "too-far";

/** What is wrong with an absence by itself; null where nothing is. */
export function faultOfAbsence({
  firstDay,
  lastDay,
}: Pick<Absence, "firstDay" | "lastDay">): AbsenceFault | null {
  const days = daysBetween(firstDay, lastDay);
  if (days < 0) return "before-first";
  return days > LONGEST_DAYS ? "too-far" : null;
}
