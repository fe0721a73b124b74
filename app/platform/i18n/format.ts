const LOCALE = "en-GB";

/** A calendar date written out, such as "2 March 2026", in the language of the page. */
export function writtenDate(date: string, language = "en"): string {
  const locale = language === "en" ? LOCALE : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** A number with a fixed number of decimals and a true minus sign. */
export function decimal(value: number, digits: number): string {
  return new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(value)
    .replace("-", "−");
}

/** A whole number with thousands separated. */
export function whole(value: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 }).format(value);
}

/** Full hours in a sentence: "06:00 and 18:00". */
export function hoursOfDay(hours: readonly number[], language = "en"): string {
  const locale = language === "en" ? LOCALE : language;
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  const times = hours.map((hour) => clock.format(new Date(Date.UTC(2000, 0, 1, hour))));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(times);
}

/** A moment where someone is, such as "2 March, 18:00". */
export function dayAndHour(moment: string, zone: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(new Date(moment));
}

/** Things in a sentence: "a, b and c". */
export function listed(things: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(things);
}

/** A share from 0 to 1 as whole per cents: "40%". */
export function shareText(share: number): string {
  return new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 }).format(
    share,
  );
}
