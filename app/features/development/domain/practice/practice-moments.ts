import { isAtWork, type WorkTimes } from "~/features/people/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { endOfDay, nextAtHour } from "~/platform/calendar/zones.ts";
import type { Practice } from "./practice.ts";

type Running = Pick<Practice, "state" | "begunOn" | "endsOn" | "weekdays" | "nudgeHour">;

/**
 * The days of a practice that runs, from its first to its last, on which it is to be thought of, each with the moment
 * of its hour where somebody is; without days off. When clocks are changed it stays that hour.
 */
export function practiceMoments(
  { state, begunOn, endsOn, weekdays, nudgeHour }: Running,
  { zone, absences }: { zone: string; absences: WorkTimes["absences"] },
): { day: string; from: Date }[] {
  if (state !== "running" || begunOn === null || endsOn === null) return [];
  const moments: { day: string; from: Date }[] = [];
  for (let day = begunOn; day <= endsOn; day = daysAfter(day, 1))
    if (isAtWork({ workingDays: weekdays, absences }, day))
      moments.push({
        day,
        from: nextAtHour(zone, endOfDay(daysAfter(day, -1), zone), nudgeHour),
      });
  return moments;
}
