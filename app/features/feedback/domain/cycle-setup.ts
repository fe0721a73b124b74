import { z } from "zod";

const date = z.iso.date();

/** The details HR fills in before launch. */
export const cycleDetails = z.object({
  name: z.string().trim().min(1).max(120),
  instrumentId: z.uuid(),
});

export const cycleDates = z.object({ nominateBy: date.nullable(), closesOn: date });

export const invitationWording = z.object({
  subject: z.string().trim().min(1).max(150),
  body: z.string().trim().min(1).max(4_000),
});

export type CycleDates = z.infer<typeof cycleDates>;

export type DateProblem =
  | "closes-in-the-past"
  | "closes-too-late"
  | "nominate-in-the-past"
  | "nominate-after-close";

const LONGEST_DAYS = 366;

/** What is wrong with the dates, by field. `today` is a calendar date. */
export function checkDates(
  dates: CycleDates,
  today: string,
): { field: keyof CycleDates; problem: DateProblem }[] {
  const problems: { field: keyof CycleDates; problem: DateProblem }[] = [];
  if (dates.closesOn <= today) problems.push({ field: "closesOn", problem: "closes-in-the-past" });
  else if (daysBetween(today, dates.closesOn) > LONGEST_DAYS)
    problems.push({ field: "closesOn", problem: "closes-too-late" });
  if (dates.nominateBy !== null) {
    if (dates.nominateBy < today)
      problems.push({ field: "nominateBy", problem: "nominate-in-the-past" });
    else if (dates.nominateBy >= dates.closesOn)
      problems.push({ field: "nominateBy", problem: "nominate-after-close" });
  }
  return problems;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What stands in the way of launching, in the order of the steps. Empty means ready. */
export type LaunchObstacle =
  | "no-participants"
  | "no-raters"
  | "only-self"
  | "no-dates"
  | "closes-in-the-past";

export function launchObstacles(
  cycle: { closesOn: string | null; participants: readonly { raters: number; others: number }[] },
  today: string,
): LaunchObstacle[] {
  const obstacles: LaunchObstacle[] = [];
  if (cycle.participants.length === 0) obstacles.push("no-participants");
  else if (cycle.participants.every((each) => each.raters === 0)) obstacles.push("no-raters");
  else if (cycle.participants.every((each) => each.others === 0)) obstacles.push("only-self");
  if (cycle.closesOn === null) obstacles.push("no-dates");
  else if (cycle.closesOn <= today) obstacles.push("closes-in-the-past");
  return obstacles;
}
