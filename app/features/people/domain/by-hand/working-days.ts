/** Monday to Sunday, as a record keeps them. */
export const WEEK = ["1", "2", "3", "4", "5", "6", "7"] as const;

export type Weekday = (typeof WEEK)[number];

/** The days somebody works, as they are kept: "12345" is Monday to Friday. Null: not known. */
export function keptDays(days: readonly Weekday[]): string | null {
  return WEEK.filter((day) => days.includes(day)).join("") || null;
}

/** The days in what is kept. */
export function daysIn(kept: string | null): Weekday[] {
  return WEEK.filter((day) => kept?.includes(day));
}
