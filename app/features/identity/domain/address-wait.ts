/** How many days a changed address may be made to wait; never less than the first. */
export const ADDRESS_WAIT_DAYS = [3, 7, 14, 30] as const;

const DAY_MS = 86_400_000;

/** What an organisation chose, and what held before it did. */
export type AddressWait = { days: number; before: number | null; since: Date | null };

/**
 * How many days a change made now waits. A shorter wait holds once the one before it has passed: nobody shortens it for
 * a change of their own.
 */
export function waitFor({ days, before, since }: AddressWait, now: Date): number {
  if (before === null || since === null || before <= days) return days;
  return now.getTime() < since.getTime() + before * DAY_MS ? before : days;
}
