import { z } from "zod";
import { mondayOf, type TimeHat, timeHats, type WeekFault, weekFault } from "./time.ts";

/** Hours as they are typed: "7", "7.5" or "7,5". */
const HOURS = /^(\d{1,3})(?:[.,](\d{1,2}))?$/;
const WEEK_HOURS = 7 * 24;

const hours = z.string().trim().max(10).optional();

/** A week by hand. Any day of it will do. */
export const weekInput = z.object({
  weekOn: z.iso.date(),
  managing: hours,
  leading: hours,
  neither: hours,
});
export type WeekForm = z.output<typeof weekInput>;

type Fault =
  | WeekFault
  | { field: TimeHat; code: "malformed" }
  | { code: "no-hours" | "more-than-a-week" };

/** The week that was typed, in minutes, or what of it can't be. */
export function readWeek(
  form: WeekForm,
  today: string,
): { weekOn: string; minutes: Record<TimeHat, number>; problems: Fault[] } {
  const problems: Fault[] = [];
  const fault = weekFault("weekOn", form.weekOn, today);
  if (fault) problems.push(fault);
  const minutes = { managing: 0, leading: 0, neither: 0 };
  for (const hat of timeHats) {
    const read = minutesIn(form[hat] ?? "");
    if (read === null) problems.push({ field: hat, code: "malformed" });
    else minutes[hat] = read;
  }
  const sum = minutes.managing + minutes.leading + minutes.neither;
  if (problems.length === 0 && sum === 0) problems.push({ code: "no-hours" });
  if (sum > WEEK_HOURS * 60) problems.push({ code: "more-than-a-week" });
  return { weekOn: mondayOf(form.weekOn), minutes, problems };
}

function minutesIn(typed: string): number | null {
  if (typed === "") return 0;
  const [, whole, part = "0"] = HOURS.exec(typed) ?? [];
  if (whole === undefined) return null;
  return Math.round(60 * Number(`${whole}.${part}`));
}
