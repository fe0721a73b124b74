import { daysAfter, monthsAfter } from "~/platform/calendar/days.ts";

/** Whoever renews at most so many days before the end keeps the day of the year. A convention of ours. */
export const RENEWAL_WINDOW_DAYS = 90;

/** So many days before something expires its holder is told, in one letter for all that does. */
export const NOTICE_DAYS = [90, 30, 7] as const;
export type NoticeDays = (typeof NOTICE_DAYS)[number];

/**
 * The last day of a certificate that is good for some months, that day included. Of one that was renewed shortly before
 * its end the months are counted from there, so that renewing early costs nobody any days.
 */
export function validUntil({
  saidOn,
  months,
  before = null,
}: {
  saidOn: string;
  months: number;
  before?: string | null;
}): string {
  const isRenewal =
    before !== null && saidOn <= before && daysAfter(saidOn, RENEWAL_WINDOW_DAYS) >= before;
  const from = isRenewal ? daysAfter(before, 1) : saidOn;
  return daysAfter(monthsAfter(from, months), -1);
}

/** Which notice is due for something that expires: the last whose day has come. null before all, and after the end. */
export function noticeDue(expiresOn: string, today: string): NoticeDays | null {
  if (today > expiresOn) return null;
  return NOTICE_DAYS.findLast((days) => daysAfter(expiresOn, -days) <= today) ?? null;
}
