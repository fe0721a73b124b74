import { z } from "zod";
import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";

export type ExtensionProblem =
  | "missing"
  | "not-later"
  | "in-the-past"
  | "too-late"
  | "after-release";

const LONGEST_DAYS = 366;
const USUAL_DAYS = 7;

const date = z.iso.date();

type Dates = { closesOn: string | null; releaseOn: string | null };

/**
 * A later closing date as it was typed, or why it can't be one. `today` is a calendar date where the organisation is.
 */
export function readExtension(
  typed: unknown,
  { closesOn, releaseOn }: Dates,
  today: string,
): { ok: true; closesOn: string } | { ok: false; problem: ExtensionProblem } {
  const parsed = date.safeParse(typed);
  if (!parsed.success) return { ok: false, problem: "missing" };
  const wanted = parsed.data;
  if (closesOn !== null && wanted <= closesOn) return { ok: false, problem: "not-later" };
  if (wanted < today) return { ok: false, problem: "in-the-past" };
  if (daysBetween(today, wanted) > LONGEST_DAYS) return { ok: false, problem: "too-late" };
  if (releaseOn !== null && releaseOn <= wanted) return { ok: false, problem: "after-release" };
  return { ok: true, closesOn: wanted };
}

/** A week more than there is: counted from the last day, or from today where that is over. */
export function suggestedExtension(closesOn: string | null, today: string): string {
  return daysAfter(closesOn === null || closesOn < today ? today : closesOn, USUAL_DAYS);
}
