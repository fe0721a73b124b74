import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";

export type ExtensionProblem = "not-later" | "in-the-past" | "too-late" | "after-release";

const LONGEST_DAYS = 366;
const USUAL_DAYS = 7;

type Dates = { closesOn: string | null; releaseOn: string | null };

/** Why answers can't be taken until then; null when they can. `today` is a calendar date where the organisation is. */
export function extensionProblem(
  wanted: string,
  { closesOn, releaseOn }: Dates,
  today: string,
): ExtensionProblem | null {
  if (closesOn !== null && wanted <= closesOn) return "not-later";
  if (wanted < today) return "in-the-past";
  if (daysBetween(today, wanted) > LONGEST_DAYS) return "too-late";
  if (releaseOn !== null && releaseOn <= wanted) return "after-release";
  return null;
}

/** A week more than there is: counted from the last day, or from today where that is over. */
export function suggestedExtension(closesOn: string | null, today: string): string {
  return daysAfter(closesOn === null || closesOn < today ? today : closesOn, USUAL_DAYS);
}
