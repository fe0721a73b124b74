import { daysAfter } from "~/platform/calendar/days.ts";
import { isWeekday, monthNumber } from "./month-names.ts";

/** Whether 03/04/2024 is in April (dmy) or in March (mdy). */
export type DateOrder = "dmy" | "mdy";

const TIME =
  /^[T ]?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: Uhr)?(?: ?Z| ?(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?| (?:UTC|GMT|CES?T|MES?Z|[ECMP][SD]T))?(?: ?\([\p{L} ]{1,40}\))?$/u;
const YEAR_FIRST = /^(\d{4})([-/.]|\. )(\d{1,2})\2(\d{1,2})\.?/;
const COMPACT = /^((?:19|20|99)\d{2})(\d{2})(\d{2})(?!\d)/;
const YEAR_LAST = /^(\d{1,2})([-/.]|\. )(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const EAST_ASIAN = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/;
/** "5. Januar 2021", "5 de enero de 2021", "5th of January, 2021", "05/Jan/2021". */
const DAY_MONTH_NAME =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[-./ ]{0,2}(?:of |de |d')?(\p{L}{3,12})\.?(?: de(?:l)? |[-./, ]{1,2})(\d{4}|\d{2})(?!\d)/u;
/** "January 5th, 2021". */
const MONTH_NAME_DAY =
  /^(\p{L}{3,12})\.?[- ]{1,2}(\d{1,2})(?:st|nd|rd|th)?,?[- ]{1,2}(\d{4}|\d{2})(?!\d)/u;
/** "2021-Jan-05", "2021 January 5". */
const YEAR_MONTH_NAME = /^(\d{4})[-./ ](\p{L}{3,12})\.?[-./ ](\d{1,2})(?!\d)/u;
/** What a computer writes: "Tue Jan 05 2021 00:00:00 GMT+0100", "Tue Jan 5 00:00:00 UTC 2021". */
const UNIX = /^(\p{L}{3}) (\d{1,2}) \d{2}:\d{2}:\d{2}(?: \p{L}{3,4})? (\d{4})$/u;
const FIRST_WORD = /^(\p{L}{2,12})\.?,? +/u;
const SERIAL = /^(\d{5}|\d{7})(?:[.,]\d+)?$/;

// Excel counts days from 1899-12-30 (true from March 1900 on). The range keeps 1940-01-01 to 2099-12-31, and
// the last day of all, which means none.
const SERIAL_ZERO = "1899-12-30";
const FIRST_SERIAL = 14_611;
const LAST_SERIAL = 73_050;
const NEVER_SERIAL = 2_958_465;
const NEVER = "9999-12-31";
/** Years from here on are no year in which anybody leaves. */
const FIRST_YEAR_OF_NEVER = 2099;

/**
 * What a file's dates say about the order of day and month: `dmy` or `mdy` when at least one date allows only that,
 * `ambiguous` when none decides (03/04/2024) or they contradict each other, `none` when no date needs an order.
 */
export function dateOrderOf(values: Iterable<string>): DateOrder | "ambiguous" | "none" {
  const seen = { dmy: false, mdy: false, undecided: false };
  for (const value of values) {
    const kind = orderOf(value.trim());
    if (kind) seen[kind] = true;
  }
  if (seen.dmy && seen.mdy) return "ambiguous";
  if (seen.dmy) return "dmy";
  if (seen.mdy) return "mdy";
  return seen.undecided ? "ambiguous" : "none";
}

function orderOf(value: string): "dmy" | "mdy" | "undecided" | null {
  const match = YEAR_LAST.exec(withoutWeekday(value));
  // Dots are written day first wherever they are used.
  if (!match || match[2]?.startsWith(".") || !isTime(match.input.slice(match[0].length)))
    return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && second <= 12) return "dmy";
  if (second > 12 && first <= 12) return "mdy";
  return first <= 12 && second <= 12 && first !== second && first > 0 && second > 0
    ? "undecided"
    : null;
}

/**
 * A date as YYYY-MM-DD, or null when there is no such day (31/02) or it cannot be read. Reads ISO dates, day or month
 * first by `order`, dots day first, months by name in a dozen languages, and Excel's day numbers; the day of the week
 * and a time of day with its zone are left out. Two-digit years from 70 on are 19xx, below 20xx.
 */
export function readDate(value: string, order: DateOrder): string | null {
  const whole = value.trim();
  const text = withoutWeekday(whole);
  return (
    yearFirst(text) ??
    yearLast(text, order) ??
    withMonthName(text) ??
    (text === whole ? fromSerial(text) : null)
  );
}

/** Whether an end date is one that programs write where there is no end: 31.12.9999, 2999-12-31. */
export function isNever(date: string): boolean {
  return Number(date.slice(0, 4)) >= FIRST_YEAR_OF_NEVER;
}

function withoutWeekday(text: string): string {
  const word = FIRST_WORD.exec(text);
  if (!word?.[1] || !isWeekday(word[1])) return text;
  const rest = text.slice(word[0].length);
  // "Mar 5, 2021" is in March, and "Mai 5" no Monday: what follows a weekday is a date of its own.
  return monthNumber(word[1]) !== null && !/^\d{1,2}[-./ ]+\p{L}|^\p{L}/u.test(rest) ? text : rest;
}

function yearFirst(text: string): string | null {
  const iso = YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text) ?? COMPACT.exec(text);
  if (!iso || !isTime(text.slice(iso[0].length))) return null;
  const [year, month, day] = iso.slice(1).filter((part) => /^\d+$/.test(part));
  return isoDate(Number(year), Number(month), Number(day));
}

function yearLast(text: string, order: DateOrder): string | null {
  const match = YEAR_LAST.exec(text);
  if (!match || !isTime(text.slice(match[0].length))) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const monthFirst = order === "mdy" && !match[2]?.startsWith(".");
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return isoDate(fullYear(match[4]), month, day);
}

function withMonthName(text: string): string | null {
  const unix = UNIX.exec(text);
  if (unix) return named(unix[3], unix[1], unix[2]);
  const dayFirst = DAY_MONTH_NAME.exec(text);
  if (dayFirst && isTime(text.slice(dayFirst[0].length)))
    return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_NAME_DAY.exec(text);
  if (monthFirst && isTime(text.slice(monthFirst[0].length)))
    return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearFirst = YEAR_MONTH_NAME.exec(text);
  return yearFirst && isTime(text.slice(yearFirst[0].length))
    ? named(yearFirst[1], yearFirst[2], yearFirst[3])
    : null;
}

function named(year: string | undefined, month = "", day: string | undefined): string | null {
  return isoDate(fullYear(year), monthNumber(month) ?? 0, Number(day));
}

/** What may follow a date. */
function isTime(rest: string): boolean {
  return rest === "" || rest === "." || TIME.test(rest.replace(/^,? (?:at |um |à )?/, " "));
}

function fromSerial(text: string): string | null {
  const serial = Number(SERIAL.exec(text)?.[1]);
  if (serial === NEVER_SERIAL) return NEVER;
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return null;
  return daysAfter(SERIAL_ZERO, serial);
}

function fullYear(digits = ""): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) >= 70 ? 1900 : 2000);
}

function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
