import { z } from "zod";
import { daysBetween } from "~/platform/calendar/days.ts";

const date = z.iso.date();

export const releaseModes = ["hr", "coach", "date"] as const;
export type ReleaseMode = (typeof releaseModes)[number];

/** When a cycle's steps are due, and who lets the reports go. Dates are calendar dates such as "2026-03-02". */
export type Timeline = {
  nominateBy: string | null;
  /** The day HR means to launch; the launch itself writes down the day it was. */
  opensOn: string | null;
  closesOn: string;
  closesItself: boolean;
  /** Days before the last one, the earliest reminder first. */
  reminderDays: number[];
  releaseMode: ReleaseMode;
  releaseOn: string | null;
  hrKeepsReports: boolean;
};

export type TimelineField = Exclude<keyof Timeline, "closesItself">;

export type TimelineProblem =
  | "missing"
  | "in-the-past"
  | "too-late"
  | "after-close"
  | "before-nomination"
  | "before-close"
  | "not-days"
  | "too-many";

/** As they come from a form or a file: dates may be empty, reminders are one text such as "7, 3, 1". */
export type TypedTimeline = {
  nominateBy?: unknown;
  opensOn?: unknown;
  closesOn: unknown;
  closesItself?: unknown;
  reminderDays?: unknown;
  releaseMode?: unknown;
  releaseOn?: unknown;
  hrKeepsReports?: unknown;
};

type Problems = { field: TimelineField; problem: TimelineProblem }[];

const LONGEST_DAYS = 366;
const LONGEST_UNTIL_RELEASE = 366;
const MOST_REMINDERS = 5;
const EARLIEST_REMINDER = 60;
export const usualReminderDays: readonly number[] = [7, 3, 1];

/** Reads a timeline and names each field that can't be used. `today` is a calendar date where the organisation is. */
export function readTimeline(
  typed: TypedTimeline,
  today: string,
): { ok: true; timeline: Timeline } | { ok: false; problems: Problems } {
  const problems: Problems = [];
  const day = (field: "nominateBy" | "opensOn" | "closesOn" | "releaseOn"): string | null => {
    const value = typed[field];
    if (value === undefined || value === null || value === "") return null;
    const parsed = date.safeParse(value);
    if (parsed.success) return parsed.data;
    problems.push({ field, problem: "missing" });
    return null;
  };
  const closesOn = day("closesOn");
  const dates = { nominateBy: day("nominateBy"), opensOn: day("opensOn"), closesOn };
  const releaseMode = releaseModes.find((mode) => mode === typed.releaseMode) ?? "hr";
  // A date left behind from another choice counts for nothing.
  const releaseOn = releaseMode === "date" ? day("releaseOn") : null;
  if (closesOn === null && !names(problems, "closesOn"))
    problems.push({ field: "closesOn", problem: "missing" });
  if (releaseMode === "date" && releaseOn === null && !names(problems, "releaseOn"))
    problems.push({ field: "releaseOn", problem: "missing" });
  problems.push(...outOfOrder({ ...dates, releaseOn }, today));
  const reminders = readReminderDays(typed.reminderDays);
  if ("problem" in reminders) problems.push({ field: "reminderDays", problem: reminders.problem });
  if (problems.length > 0 || closesOn === null || "problem" in reminders)
    return { ok: false, problems };
  return {
    ok: true,
    timeline: {
      ...dates,
      closesOn,
      closesItself: typed.closesItself === true || typed.closesItself === "yes",
      reminderDays: reminders.days,
      releaseMode,
      releaseOn,
      hrKeepsReports: typed.hrKeepsReports === true || typed.hrKeepsReports === "yes",
    },
  };
}

type Dates = Record<"nominateBy" | "opensOn" | "closesOn" | "releaseOn", string | null>;

function outOfOrder({ nominateBy, opensOn, closesOn, releaseOn }: Dates, today: string): Problems {
  const problems: Problems = [];
  if (closesOn !== null) {
    if (closesOn <= today) problems.push({ field: "closesOn", problem: "in-the-past" });
    else if (daysBetween(today, closesOn) > LONGEST_DAYS)
      problems.push({ field: "closesOn", problem: "too-late" });
  }
  for (const [field, at] of [
    ["nominateBy", nominateBy],
    ["opensOn", opensOn],
  ] as const) {
    if (at === null) continue;
    if (at < today) problems.push({ field, problem: "in-the-past" });
    else if (closesOn !== null && at >= closesOn) problems.push({ field, problem: "after-close" });
    else if (field === "opensOn" && nominateBy !== null && at < nominateBy)
      problems.push({ field, problem: "before-nomination" });
  }
  if (releaseOn !== null && closesOn !== null) {
    if (releaseOn <= closesOn) problems.push({ field: "releaseOn", problem: "before-close" });
    else if (daysBetween(closesOn, releaseOn) > LONGEST_UNTIL_RELEASE)
      problems.push({ field: "releaseOn", problem: "too-late" });
  }
  return problems;
}

function names(problems: Problems, field: TimelineField): boolean {
  return problems.some((each) => each.field === field);
}

/** "7, 3 and 1" and the like; empty means no reminders, left out means the usual ones. */
function readReminderDays(typed: unknown): { days: number[] } | { problem: TimelineProblem } {
  if (typed === undefined) return { days: [...usualReminderDays] };
  const words = String(typed)
    .split(/[^0-9\p{L}.-]+/u)
    .filter((word) => word !== "" && word.toLowerCase() !== "and");
  const days = [...new Set(words.map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : 0)))];
  if (days.some((each) => each < 1 || each > EARLIEST_REMINDER)) return { problem: "not-days" };
  if (days.length > MOST_REMINDERS) return { problem: "too-many" };
  return { days: days.sort((a, b) => b - a) };
}
