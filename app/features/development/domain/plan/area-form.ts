import { z } from "zod";
import { daysAfter } from "~/platform/calendar/days.ts";
import { BOTH_HATS, type Goal, LONGEST_TEXTS } from "./plan.ts";

const words = (longest: number) => z.string().trim().max(longest).default("");

/** An area as it is typed. Only what it is about has to be said at once; the rest may come. */
export const areaInput = z.object({
  title: z.string().trim().min(1).max(LONGEST_TEXTS.title),
  /** The key of a hat, or both. */
  hat: z.string().max(60).default(BOTH_HATS),
  goal: words(LONGEST_TEXTS.goal),
  measure: words(LONGEST_TEXTS.measure),
  means: words(LONGEST_TEXTS.means),
  reason: words(LONGEST_TEXTS.reason),
  dueOn: z.iso.date().optional(),
});

export type AreaForm = z.output<typeof areaInput>;
export type ReadArea = Goal & { title: string; hat: string | null };

const LONGEST_DAYS = 3 * 366;

type Fault = { field: "dueOn" | "hat"; code: "past" | "too-far" | "unknown" };

/**
 * What was typed, or what of it can't be. A day that is over is refused where it is new; one that has passed since it
 * was set may stay. `before` is what stood there.
 */
export function readArea(
  { hat, dueOn: day, ...form }: AreaForm,
  { hats, today, before }: { hats: readonly string[]; today: string; before: string | null },
): { area: ReadArea; problems: Fault[] } {
  const dueOn = day ?? null;
  const problems: Fault[] = dayProblems("dueOn", dueOn, { today, before });
  if (hat !== BOTH_HATS && !hats.includes(hat)) problems.push({ field: "hat", code: "unknown" });
  return { area: { ...form, dueOn, hat: hat === BOTH_HATS ? null : hat }, problems };
}

/** Whether a day may be set: not one that is over, unless it stood there, and none years away. */
export function dayProblems(
  field: "dueOn",
  day: string | null,
  { today, before }: { today: string; before: string | null },
): { field: "dueOn"; code: "past" | "too-far" }[] {
  if (day === null || day === before) return [];
  if (day < today) return [{ field, code: "past" }];
  return day > daysAfter(today, LONGEST_DAYS) ? [{ field, code: "too-far" }] : [];
}
