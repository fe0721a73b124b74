import { daysBetween } from "~/platform/calendar/days.ts";
import type { Goal } from "./plan.ts";

export const letters = ["specific", "measurable", "achievable", "relevant", "timed"] as const;
export type Letter = (typeof letters)[number];

/** What may be missing to a letter; null where nothing strikes us. */
export type Check =
  | ("missing" | "short" | "vague" | "thin" | "crowded")
  | ("past" | "near" | "far")
  | null;

/** Words that say which way and nothing of what. */
const VAGUE = new Set(
  "better more less improve improved improving stronger develop become good grow besser mehr weniger verbessern verbessere stärker entwickeln werden gut wachsen".split(
    " ",
  ),
);

const SHORT = 4;
const FEW_WORDS = 9;
const CROWDED = 6;
const NEAR_DAYS = 14;
const FAR_DAYS = 366;

/**
 * Gentle checks of a goal, letter by letter: advice for whoever writes it, and no condition. Doran (1981) has the
 * letters; what counts as too short, too near or too far is a convention of ours. `today` is a calendar date.
 */
export function smartChecks(
  { goal, measure, means, reason, dueOn }: Goal,
  { today, openActions }: { today: string; openActions: number },
): Record<Letter, Check> {
  return {
    specific: specific(goal),
    measurable: measurable(measure),
    achievable: openActions >= CROWDED ? "crowded" : means.trim() === "" ? "missing" : null,
    relevant: reason.trim() === "" ? "missing" : null,
    timed: timed(dueOn, today),
  };
}

function specific(goal: string): Check {
  const words = wordsIn(goal);
  if (words.length === 0) return "missing";
  if (words.length < SHORT) return "short";
  return words.length < FEW_WORDS && words.some((word) => VAGUE.has(word)) ? "vague" : null;
}

function measurable(measure: string): Check {
  const words = wordsIn(measure);
  if (words.length === 0) return "missing";
  return words.length < SHORT && !/\p{N}/u.test(measure) ? "thin" : null;
}

function timed(dueOn: string | null, today: string): Check {
  if (dueOn === null) return "missing";
  const days = daysBetween(today, dueOn);
  if (days < 0) return "past";
  if (days < NEAR_DAYS) return "near";
  return days > FAR_DAYS ? "far" : null;
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
