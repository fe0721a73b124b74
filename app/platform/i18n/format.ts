import { readerLanguage } from "./reader-language.ts";

/** What Intl is asked for: English is British here. Without a language, the reader's. */
export function localeOf(language: string = readerLanguage()): string {
  return language === "en" ? "en-GB" : language;
}

/** A calendar date written out, such as "2 March 2026", in the language of the page. */
export function writtenDate(date: string, language?: string): string {
  return ofDay(date, { dateStyle: "long" }, language);
}

/** The day of the week of a calendar date: "Monday". */
export function weekdayOf(date: string, language?: string): string {
  return ofDay(date, { weekday: "long" }, language);
}

/** Days of the week by their numbers, Monday being 1, each in the language of the page: "Monday". */
export function namesOfWeekdays(days: readonly string[], language?: string): string[] {
  return days.map((day) => weekdayOf(`2024-01-0${day}`, language));
}

function ofDay(date: string, said: Intl.DateTimeFormatOptions, language?: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { ...said, timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** A number with a fixed number of decimals and a true minus sign. */
export function decimal(value: number, digits: number): string {
  return new Intl.NumberFormat(localeOf(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(value)
    .replace("-", "−");
}

/** A whole number with thousands separated. */
export function whole(value: number): string {
  return new Intl.NumberFormat(localeOf(), { maximumFractionDigits: 0 }).format(value);
}

/** Full hours in a sentence: "06:00 and 18:00". */
export function hoursOfDay(hours: readonly number[], language?: string): string {
  const locale = localeOf(language);
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  const times = hours.map((hour) => clock.format(new Date(Date.UTC(2000, 0, 1, hour))));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(times);
}

/** A moment where someone is, such as "2 March, 18:00". */
export function dayAndHour(moment: string, zone: string): string {
  return new Intl.DateTimeFormat(localeOf(), {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(new Date(moment));
}

/** What clocks show somewhere at a moment: "18:05". */
export function timeOfDay(moment: string, zone: string): string {
  return new Intl.DateTimeFormat(localeOf(), { timeStyle: "short", timeZone: zone }).format(
    new Date(moment),
  );
}

/** Things in a sentence: "a, b and c". */
export function listed(things: readonly string[]): string {
  return new Intl.ListFormat(localeOf(), { type: "conjunction" }).format(things);
}

/** Things in a sentence of which one is meant: "a, b or c". */
export function eitherOf(things: readonly string[]): string {
  return new Intl.ListFormat(localeOf(), { type: "disjunction" }).format(things);
}

/** Names in a sentence. Where one of them has an "and" of its own, commas alone keep them apart: "A and b, C". */
export function listedNames(names: readonly string[]): string {
  const format = new Intl.ListFormat(localeOf(), { type: "conjunction" });
  const and = format.formatToParts(["", ""]).find(({ type }) => type === "literal")?.value ?? "";
  return names.some((name) => name.includes(and)) ? names.join(", ") : format.format(names);
}

/** A share from 0 to 1 as whole per cents: "40%". */
export function shareText(share: number): string {
  return new Intl.NumberFormat(localeOf(), { style: "percent", maximumFractionDigits: 0 }).format(
    share,
  );
}
