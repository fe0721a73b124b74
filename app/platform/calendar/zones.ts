import { Temporal } from "temporal-polyfill";

const LAST_RESORT = "UTC";

/** The first of these that is a time zone the server knows, such as "Europe/Berlin"; UTC when none is. */
export function zoneAmong(...candidates: readonly (string | null | undefined)[]): string {
  return candidates.find((zone) => zone && isZone(zone)) ?? LAST_RESORT;
}

const known = new Map<string, boolean>();

export function isZone(zone: string): boolean {
  const before = known.get(zone);
  if (before !== undefined) return before;
  let valid = true;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    valid = false;
  }
  // What people's records hold is bounded by the directory, not by who asks: still, no endless memory.
  if (known.size < 10_000) known.set(zone, valid);
  return valid;
}

/** What calendars and clocks show somewhere: the date as "2026-03-02", the hour from 0 to 23. */
export type LocalTime = { date: string; hour: number };

/** @throws RangeError for an unknown zone: ask `zoneAmong` first. */
export function localTime(zone: string, at: Date): LocalTime {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return { date: there.toPlainDate().toString(), hour: there.hour };
}

/**
 * What clocks in a zone show at a moment, as "08:05". @throws RangeError for an unknown zone: ask `zoneAmong` first.
 */
export function clockIn(zone: string, at: Date): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return there.toPlainTime().toString({ smallestUnit: "minute" });
}

/** The calendar date in a zone at a moment, as "2026-03-02". @throws RangeError for an unknown zone. */
export function dateIn(zone: string, at: Date): string {
  return localTime(zone, at).date;
}

/**
 * The next moment after `at` at which clocks in a zone show a full hour, such as 8. @throws RangeError for an unknown
 * zone.
 */
export function nextAtHour(zone: string, at: Date, hour: number): Date {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const today = there.withPlainTime({ hour });
  const next = today.epochMilliseconds > at.getTime() ? today : today.add({ days: 1 });
  return new Date(next.epochMilliseconds);
}

/**
 * The last moment up to `at` at which clocks in a zone showed a full hour, such as 8. @throws RangeError for an unknown
 * zone.
 */
export function lastAtHour(zone: string, at: Date, hour: number): Date {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const today = there.withPlainTime({ hour });
  const last = today.epochMilliseconds <= at.getTime() ? today : today.subtract({ days: 1 });
  return new Date(last.epochMilliseconds);
}

/**
 * The moment at which a date has ended in a zone, which is the first moment of the next one. @throws RangeError for an
 * unknown zone.
 */
export function endOfDay(date: string, zone: string): Date {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime({ timeZone: zone });
  return new Date(next.epochMilliseconds);
}
