import type { Practice } from "./practice.ts";
import type { PracticeDay } from "./practice-days.ts";

const WEEK = 7;
const HALF_LIFE_DAYS = 13;

export type StrengthPoint = { day: string; strength: number };

/**
 * How strong a habit has grown by the end of each day, from 0 to 1, after the score of Loop Habit Tracker (Xavier,
 * 2016): S = S·m + done·(1 − m), where m = 0.5^(√f / 13) and f is how many days of seven are planned. `done` is the
 * share that was done of what was planned in the last seven days, or of the day itself where every day is planned.
 * A missed day counts as not done. A day off, a day without a chance and a day that lasts change nothing: S stays.
 */
export function strengthOver(
  days: readonly PracticeDay[],
  { weekdays }: Pick<Practice, "weekdays">,
): StrengthPoint[] {
  const multiplier = 0.5 ** (Math.sqrt(weekdays.length / WEEK) / HALF_LIFE_DAYS);
  const reach = weekdays.length === WEEK ? 1 : WEEK;
  let strength = 0;
  return days.map(({ day, standing }, at) => {
    const counted = days.slice(Math.max(0, at - reach + 1), at + 1).filter(isCounted);
    if (standing !== "away" && standing !== "no-chance" && counted.length > 0) {
      const done = counted.filter((each) => each.standing === "done").length / counted.length;
      strength = strength * multiplier + done * (1 - multiplier);
    }
    return { day, strength };
  });
}

function isCounted({ standing }: PracticeDay): boolean {
  return standing === "done" || standing === "not" || standing === "missed";
}

export const HABIT_FROM = 0.85;
const [GROWING_FROM, NEARLY_FROM] = [0.25, 0.6];

const strengthWords = ["begun", "growing", "nearly", "habit"] as const;
export type StrengthWord = (typeof strengthWords)[number];

/** What a strength is called. Thirty days without a gap come to 0.8, so that "habit" takes longer than that. */
export function strengthWord(strength: number): StrengthWord {
  if (strength < GROWING_FROM) return "begun";
  if (strength < NEARLY_FROM) return "growing";
  return strength < HABIT_FROM ? "nearly" : "habit";
}

export type PracticeTally = Record<"done" | "not" | "missed" | "noChance" | "away", number>;

/** How many days stand how. */
export function tallyOf(days: readonly PracticeDay[]): PracticeTally {
  const count = (standing: PracticeDay["standing"]) =>
    days.filter((each) => each.standing === standing).length;
  return {
    ...{ done: count("done"), not: count("not"), missed: count("missed") },
    ...{ noChance: count("no-chance"), away: count("away") },
  };
}
