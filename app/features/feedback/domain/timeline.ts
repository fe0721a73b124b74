import { z } from "zod";
import { daysBetween } from "~/platform/calendar/days.ts";

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

type Problems = { field: TimelineField; code: TimelineProblem }[];

const LONGEST_DAYS = 366;
const LONGEST_UNTIL_RELEASE = 366;
const MOST_REMINDERS = 5;
const EARLIEST_REMINDER = 60;

const day = z.iso
  .date("missing")
  .optional()
  .transform((given) => given ?? null);

/** As it comes from a form or a file: days may be empty, reminders are one text such as "7, 3, 1". */
export const timelineInput = z.object({
  nominateBy: day,
  opensOn: day,
  closesOn: z.iso.date("missing"),
  closesItself: z.boolean().default(false),
  reminderDays: z
    .string()
    .default("")
    .transform((typed, found) => {
      const read = readReminderDays(typed);
      if ("days" in read) return read.days;
      found.addIssue(read.code);
      return z.NEVER;
    }),
  releaseMode: z.enum(releaseModes).catch("hr"),
  releaseOn: day,
  hrKeepsReports: z
    .enum(["no", "yes"])
    .catch("no")
    .transform((answer) => answer === "yes"),
});

/** Names each field whose day can't be taken. `today` is a calendar date where the organisation is. */
export function readTimeline(
  { releaseOn: given, ...typed }: z.output<typeof timelineInput>,
  today: string,
): { ok: true; timeline: Timeline } | { ok: false; problems: Problems } {
  // A date left behind from another choice counts for nothing.
  const releaseOn = typed.releaseMode === "date" ? given : null;
  const timeline = { ...typed, releaseOn };
  const problems = outOfOrder(timeline, today);
  if (typed.releaseMode === "date" && releaseOn === null)
    problems.push({ field: "releaseOn", code: "missing" });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, timeline };
}

/** What was saved, with what can be used of what stands in the fields meanwhile; for showing, never for saving. */
export function datesBeingTyped(
  typed: Readonly<Record<string, string>>,
  saved: Omit<Timeline, "closesOn"> & { closesOn: string | null },
) {
  const { nominateBy, opensOn, closesOn, reminderDays, releaseMode, releaseOn } =
    timelineInput.shape;
  const dayIn = (field: typeof day, given: string | undefined, otherwise: string | null) => {
    const read = field.safeParse(given || undefined);
    return read.success ? read.data : otherwise;
  };
  const last = closesOn.safeParse(typed.closesOn);
  const reminders = reminderDays.safeParse(typed.reminderDays);
  return {
    nominateBy: dayIn(nominateBy, typed.nominateBy, saved.nominateBy),
    opensOn: dayIn(opensOn, typed.opensOn, saved.opensOn),
    closesOn: last.success ? last.data : saved.closesOn,
    closesItself: "closesItself" in typed,
    reminderDays: reminders.success ? reminders.data : saved.reminderDays,
    releaseMode: releaseMode.parse(typed.releaseMode ?? saved.releaseMode),
    releaseOn: dayIn(releaseOn, typed.releaseOn, saved.releaseOn),
    hrKeepsReports: typed.hrKeepsReports ? typed.hrKeepsReports === "yes" : saved.hrKeepsReports,
  };
}

type Dates = Pick<Timeline, "nominateBy" | "opensOn" | "closesOn" | "releaseOn">;

function outOfOrder({ nominateBy, opensOn, closesOn, releaseOn }: Dates, today: string): Problems {
  const problems: Problems = [];
  if (closesOn <= today) problems.push({ field: "closesOn", code: "in-the-past" });
  else if (daysBetween(today, closesOn) > LONGEST_DAYS)
    problems.push({ field: "closesOn", code: "too-late" });
  for (const [field, at] of [
    ["nominateBy", nominateBy],
    ["opensOn", opensOn],
  ] as const) {
    if (at === null) continue;
    if (at < today) problems.push({ field, code: "in-the-past" });
    else if (at >= closesOn) problems.push({ field, code: "after-close" });
    else if (field === "opensOn" && nominateBy !== null && at < nominateBy)
      problems.push({ field, code: "before-nomination" });
  }
  if (releaseOn !== null) {
    if (releaseOn <= closesOn) problems.push({ field: "releaseOn", code: "before-close" });
    else if (daysBetween(closesOn, releaseOn) > LONGEST_UNTIL_RELEASE)
      problems.push({ field: "releaseOn", code: "too-late" });
  }
  return problems;
}

/** "7, 3 and 1" and the like; empty means no reminders. */
function readReminderDays(typed: string): { days: number[] } | { code: TimelineProblem } {
  const words = typed
    .split(/[^0-9\p{L}.-]+/u)
    .filter((word) => word !== "" && word.toLowerCase() !== "and");
  const days = [...new Set(words.map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : 0)))];
  if (days.some((each) => each < 1 || each > EARLIEST_REMINDER)) return { code: "not-days" };
  if (days.length > MOST_REMINDERS) return { code: "too-many" };
  return { days: days.sort((a, b) => b - a) };
}
