import { isAtWork, type WorkTimes } from "~/features/people/domain/index.ts";
import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";
import type { CheckIn, Practice } from "./practice.ts";

/** How often somebody is nudged: never, on at most two days a week, or on each day of practice. */
export const nudgeChoices = ["never", "twice-a-week", "each-day"] as const;
export type NudgeChoice = (typeof nudgeChoices)[number];

/** Nobody is nudged before work or late in the evening. */
export const FIRST_NUDGE_HOUR = 8;
export const LAST_NUDGE_HOUR = 18;
const MOST_A_WEEK = 2;
const WEEK = 7;
/** Who has not answered so many nudges in a row is left alone until they answer again. */
export const IGNORED_BEFORE_SILENCE = 3;

type Nudging = Pick<Practice, "begunOn" | "endsOn" | "endedOn" | "weekdays"> & {
  nudges: NudgeChoice;
};

/** What is known of somebody's days: when they are away, how days were, and on which they were nudged. */
export type NudgeFacts = {
  absences: WorkTimes["absences"];
  checkIns: readonly CheckIn[];
  /** The days on which a nudge left, in any order. */
  nudged: readonly string[];
};

/**
 * Whether somebody is nudged on a day: one of practice that is not answered, on which they are there and were not
 * nudged; at most so often in seven days as they chose; and not where they ignored the last three.
 */
export function isNudged(practice: Nudging, facts: NudgeFacts, day: string): boolean {
  const { begunOn, endsOn, endedOn, nudges, weekdays } = practice;
  if (nudges === "never" || begunOn === null || endsOn === null || endedOn !== null) return false;
  if (day < begunOn || day > endsOn) return false;
  const { absences, checkIns, nudged } = facts;
  if (!isAtWork({ workingDays: weekdays, absences }, day)) return false;
  if (checkIns.some((each) => each.day === day) || nudged.includes(day)) return false;
  const lately = nudged.filter((each) => each > daysAfter(day, -WEEK) && each < day);
  if (nudges === "twice-a-week" && lately.length >= MOST_A_WEEK) return false;
  return !isSilenced({ checkIns, nudged }, day);
}

/**
 * Whether the last three nudges before a day were ignored: none of the days from the first of them on was answered,
 * by whatever way. Any answer ends the silence, as it is the sign that somebody is still at it.
 */
export function isSilenced(
  { checkIns, nudged }: Pick<NudgeFacts, "checkIns" | "nudged">,
  day: string,
): boolean {
  const before = nudged.filter((each) => each < day).toSorted();
  const since = before.at(-IGNORED_BEFORE_SILENCE);
  return since !== undefined && checkIns.every((each) => each.day < since);
}

/** The first day from one on, on which somebody may be nudged as far as is known by then; null where none comes. */
export function nextNudgeDay(practice: Nudging, facts: NudgeFacts, from: string): string | null {
  if (practice.endsOn === null) return null;
  const days = daysBetween(from, practice.endsOn);
  for (let ahead = 0; ahead <= days; ahead += 1)
    if (isNudged(practice, facts, daysAfter(from, ahead))) return daysAfter(from, ahead);
  return null;
}
