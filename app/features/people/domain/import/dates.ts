import { daysAfter } from "~/platform/calendar/days.ts";

/** Whether 03/04/2024 is in April (dmy) or in March (mdy). */
export type DateOrder = "dmy" | "mdy";

const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?:Z| ?[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const DAY_MONTH_NAME = /^(\d{1,2})[- .]+(\p{L}{3,9})\.?[- ,]+(\d{4}|\d{2})$/u;
const MONTH_NAME_DAY = /^(\p{L}{3,9})\.?[- ]+(\d{1,2}),?[- ]+(\d{4}|\d{2})$/u;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const FULL_MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );

// Excel counts days from 1899-12-30 (true from March 1900 on). The range keeps 1940-01-01 to 2099-12-31.
const SERIAL_ZERO = "1899-12-30";
const FIRST_SERIAL = 14_611;
const LAST_SERIAL = 73_050;

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
  const match = YEAR_LAST.exec(value);
  // Dots are written day first wherever they are used.
  if (!match || match[2] === ".") return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && second <= 12) return "dmy";
  if (second > 12 && first <= 12) return "mdy";
  return first <= 12 && second <= 12 && first !== second ? "undecided" : null;
}

/**
 * A date as YYYY-MM-DD, or null when there is no such day (31/02) or it cannot be read. Reads ISO dates, day or month
 * first by `order`, dots day first, English month names and Excel's day numbers; a time of day is left out. Two-digit
 * years from 70 on are 19xx, below 20xx.
 */
export function readDate(value: string, order: DateOrder): string | null {
  const text = value.trim();
  return (
    yearFirst(text) ?? yearLast(text, order) ?? withMonthName(text) ?? fromSerial(text) ?? null
  );
}

function yearFirst(text: string): string | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return isoDate(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const compact = COMPACT.exec(text);
  return compact && isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

function yearLast(text: string, order: DateOrder): string | null {
  const match = YEAR_LAST.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const monthFirst = order === "mdy" && match[2] !== ".";
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return isoDate(fullYear(match[4]), month, day);
}

function withMonthName(text: string): string | null {
  const dayFirst = DAY_MONTH_NAME.exec(text);
  if (dayFirst)
    return isoDate(fullYear(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_NAME_DAY.exec(text);
  if (!monthFirst) return null;
  return isoDate(fullYear(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
}

function fromSerial(text: string): string | null {
  const serial = Number(SERIAL.exec(text)?.[1]);
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return null;
  return daysAfter(SERIAL_ZERO, serial);
}

function monthNumber(name = ""): number {
  const lower = name.toLowerCase();
  const short = lower === "sept" ? "sep" : lower;
  return Math.max(MONTHS.indexOf(short), FULL_MONTHS.indexOf(lower)) + 1;
}

function fullYear(digits = ""): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) >= 70 ? 1900 : 2000);
}

function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
