import { daysAfter } from "~/platform/calendar/days.ts";
import type { Hold } from "./address-change.ts";

/** What the directory, which stands above, says of a person. */
export type PersonStanding = {
  active: boolean;
  /** Since when they are not; a calendar date. */
  inactiveSince: string | null;
  /** Links made for another version count no more. */
  linkVersion: number;
  /** What they read, where their record says. */
  language?: string | null;
};

export type PresenceFacts = {
  organisation: {
    active: boolean;
    /** How long someone who left may still read their own reports; 0 is not at all. */
    leaversReadDays: number;
  };
  /** Of the account; left out where someone comes by a personal link. */
  membership?: { active: boolean; since: Date };
  /**
   * Null for an account that is nobody's in the directory, such as that of a consultant; "unknown" for someone who is
   * not there any more.
   */
  person: PersonStanding | null | "unknown";
  /** What a changed address keeps shut, if theirs was changed. */
  hold?: Hold | null;
};

/** `leaver`: out, but for reading their own reports a while. */
export type Presence = "in" | "leaver" | "out";

/**
 * Whether someone is in: the one decision behind sessions, personal links, opening an account, jobs and whatever else
 * acts for a person. The organisation's, the account's and the person's state each can put them out. Whose address was
 * changed is in by an account they had before, and by nothing else until the hold ends. `today` is a calendar date.
 */
export function presenceOf(
  { organisation, membership, person, hold = null }: PresenceFacts,
  today: string,
): Presence {
  if (!organisation.active || membership?.active === false || person === "unknown") return "out";
  if (hold && (!membership || membership.since >= hold.since)) return "out";
  if (person === null || person.active) return "in";
  const until = lastDayToRead(person.inactiveSince, organisation.leaversReadDays);
  return until !== null && today <= until ? "leaver" : "out";
}

/** What an organisation may choose; 0 is not at all. */
export const LEAVERS_READ_DAYS = [0, 30, 90, 180, 365] as const;

/** The last day on which someone who left may read their own reports; null where they may not. */
export function lastDayToRead(inactiveSince: string | null, days: number): string | null {
  if (inactiveSince === null || days === 0) return null;
  return daysAfter(inactiveSince, days);
}
