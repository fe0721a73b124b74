import { lastAtHour, nextAtHour } from "~/platform/clock/zones.ts";

/**
 * The hours, where the organisation is, at which HR and participants are told how far a round has come. Between them nothing that
 * they see moves, so that watching a page does not tell when someone answered.
 */
export const TOLD_AT: readonly number[] = [6, 18];

/** The step that holds now. @throws RangeError for an unknown zone. */
export function lastStep(zone: string, now: Date): Date {
  return new Date(Math.max(...TOLD_AT.map((hour) => lastAtHour(zone, now, hour).getTime())));
}

/** The step after it. @throws RangeError for an unknown zone. */
export function nextStep(zone: string, now: Date): Date {
  return new Date(Math.min(...TOLD_AT.map((hour) => nextAtHour(zone, now, hour).getTime())));
}
