const LOCALE = "en-GB";

/** A calendar date written out, such as "2 March 2026". */
export function writtenDate(date: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" }).format(
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

/** Things in a sentence: "a, b and c". */
export function listed(things: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(things);
}
