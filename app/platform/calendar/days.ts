import { getISO } from "temporal-polyfill/fns/Calendar";
import * as PlainDate from "temporal-polyfill/fns/PlainDate";

// Node 24 has no Temporal of its own. Of the polyfill only its functions for dates: 3 kB where a browser needs them,
// not 19.

/**
 * The calendar date so many days after another, both as "2026-03-02"; before it for a negative number.
 * @throws RangeError for what is no date.
 */
export function daysAfter(date: string, days: number): string {
  return PlainDate.toString(PlainDate.addDays(dateOf(date), days));
}

/**
 * The same day so many months later, or the last of that month where it has no such day: a month after 31 January is
 * 28 February. @throws RangeError for what is no date.
 */
export function monthsAfter(date: string, months: number): string {
  return PlainDate.toString(PlainDate.addMonths(dateOf(date), months));
}

/** How many days a calendar date lies after another; negative when before. @throws RangeError for what is no date. */
export function daysBetween(from: string, to: string): number {
  return PlainDate.diffDays(dateOf(from), dateOf(to));
}

function dateOf(text: string): PlainDate.Record {
  return PlainDate.fromString(text, getISO);
}
