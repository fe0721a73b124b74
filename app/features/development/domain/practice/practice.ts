import { z } from "zod";
import { daysAfter } from "~/platform/calendar/days.ts";

export const practiceStates = ["chosen", "running", "finished", "stopped"] as const;
export type PracticeState = (typeof practiceStates)[number];

/** What became of a day: it was done, it was not, or there was no moment for it. */
export const checkInAnswers = ["done", "not", "no-chance"] as const;
export type CheckInAnswer = (typeof checkInAnswers)[number];

/** How often somebody is nudged: never, on at most two days a week, or on each day of practice. */
export const nudgeChoices = ["never", "twice-a-week", "each-day"] as const;
export type NudgeChoice = (typeof nudgeChoices)[number];
/** Nobody is nudged before work or late in the evening. */
export const FIRST_NUDGE_HOUR = 8;
export const LAST_NUDGE_HOUR = 18;

/** One small thing at one moment of an ordinary day, practised for 30 days. */
export type Practice = {
  id: string;
  /** The area of a plan that it is for. */
  areaId: string | null;
  /** The behaviour that it is for, and the offered practice whose words it began with. */
  behaviour: string | null;
  offered: string | null;
  /** The moment, as a clause: "When the Monday meeting opens". */
  cue: string;
  action: string;
  /** On which days of the week, as digits: 1 is Monday. */
  weekdays: string;
  state: PracticeState;
  /** The first and the last day; null until it has begun. */
  begunOn: string | null;
  endsOn: string | null;
  /** When it was made longer. */
  extendedOn: string | null;
  /** When it was finished or stopped. */
  endedOn: string | null;
  /** What was written half way through; null until then. */
  midway: string | null;
  /** What was written at the end. */
  learned: string;
  nudges: NudgeChoice;
  /** At which full hour, where they are. */
  nudgeHour: number;
  revision: number;
};

export type CheckIn = { day: string; answer: CheckInAnswer };

export const PRACTICE_DAYS = 30;
/** Habits took 18 to 254 days to form, 66 for half of the people (Lally, 2010). */
export const MORE_DAYS = 60;
export const MIDWAY_AFTER_DAYS = 15;
/** How long a day can still be answered: nobody remembers longer. */
export const ANSWERED_WITHIN_DAYS = 7;
export const LONGEST_CUE = 160;
export const LONGEST_ACTION = 300;
export const LONGEST_REFLECTION = 2_000;

const weekday = z.enum(["1", "2", "3", "4", "5", "6", "7"]);

/** A practice as it is typed. */
export const practiceChoice = z.object({
  cue: z.string().trim().min(1).max(LONGEST_CUE),
  action: z.string().trim().min(1).max(LONGEST_ACTION),
  weekdays: z.array(weekday).min(1, "missing"),
  nudges: z.enum(nudgeChoices).default("never"),
  nudgeHour: z.int().min(FIRST_NUDGE_HOUR).max(LAST_NUDGE_HOUR).default(FIRST_NUDGE_HOUR),
});

/** A moment without the comma or full stop at its end: what follows it is said after a comma. */
export function asClause(cue: string): string {
  let end = cue.length;
  while (end > 0 && " ,;:.…".includes(cue[end - 1] ?? "")) end -= 1;
  return cue.slice(0, end);
}

/** The first and the last day of a practice that begins on a day. */
export function daysOfPractice(today: string): { begunOn: string; endsOn: string } {
  return { begunOn: today, endsOn: daysAfter(today, PRACTICE_DAYS - 1) };
}

/** The last day of one that is made longer: from its end, or from today where that is over. */
export function longerEnd({ endsOn }: { endsOn: string }, today: string): string {
  return daysAfter(endsOn > today ? endsOn : today, MORE_DAYS);
}

/** What can be done with a practice on a day, besides answering. */
export type PracticeStep = "begin" | "discard" | "midway" | "finish" | "extend" | "stop" | "resume";

/** Whether a step fits where a practice stands. */
export function stepFits(practice: Practice, step: PracticeStep, today: string): boolean {
  const { state, begunOn, endsOn, extendedOn, endedOn, midway } = practice;
  const isRunning = state === "running" && begunOn !== null && endsOn !== null;
  switch (step) {
    case "begin":
    case "discard":
      return state === "chosen";
    case "midway":
      return isRunning && midway === null && daysAfter(begunOn, MIDWAY_AFTER_DAYS - 1) <= today;
    case "finish":
      return isRunning && endsOn <= today;
    case "extend":
      return isRunning && endsOn <= today && extendedOn === null;
    case "stop":
      return isRunning;
    // A wrong press is taken back on the day it was made.
    case "resume":
      return endedOn === today;
  }
}
