import { lastAtHour, nextAtHour } from "~/platform/calendar/zones.ts";
import { TOLD_AT } from "../domain/progress-steps.ts";

/** The step up to which progress is told now. @throws RangeError for an unknown zone. */
export function lastStep(zone: string, now: Date): Date {
  return new Date(Math.max(...TOLD_AT.map((hour) => lastAtHour(zone, now, hour).getTime())));
}

/** The step after it. @throws RangeError for an unknown zone. */
export function nextStep(zone: string, now: Date): Date {
  return new Date(Math.min(...TOLD_AT.map((hour) => nextAtHour(zone, now, hour).getTime())));
}
