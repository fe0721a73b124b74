import { isAtWork, type WorkTimes } from "~/features/people/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { dateIn, endOfDay, nextAtHour } from "~/platform/calendar/zones.ts";
import type { CheckIn, Practice } from "./practice.ts";

const MOST_A_WEEK = 2;
const WEEK = 7;
/** Who has not answered so many nudges in a row is left alone until they answer again. */
export const IGNORED_BEFORE_SILENCE = 3;

type Nudging = Pick<Practice, "begunOn" | "endsOn" | "endedOn" | "weekdays" | "nudges">;

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

/**
 * When to look next whether a nudge leaves: at the hour that was chosen, where they are, on the next day of practice
 * after a moment; null where none comes. Days off and silence are looked at then: they may be others by that time.
 */
export function nextNudgeAt(
  practice: Nudging & Pick<Practice, "nudgeHour">,
  { zone, after }: { zone: string; after: Date },
): Date | null {
  const { begunOn, endsOn, endedOn, nudges, nudgeHour, weekdays } = practice;
  if (nudges === "never" || begunOn === null || endsOn === null || endedOn !== null) return null;
  const first = dateIn(zone, nextAtHour(zone, after, nudgeHour));
  let day = [first, begunOn].toSorted()[1] ?? first;
  while (day <= endsOn && !isAtWork({ workingDays: weekdays, absences: [] }, day))
    day = daysAfter(day, 1);
  if (day > endsOn) return null;
  return nextAtHour(zone, endOfDay(daysAfter(day, -1), zone), nudgeHour);
}
