import { isAtWork, type WorkTimes } from "~/features/people/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import {
  ANSWERED_WITHIN_DAYS,
  type CheckIn,
  type CheckInAnswer,
  PRACTICE_DAYS,
  type Practice,
} from "./practice.ts";

/**
 * How a day of a practice stands: as it was answered, `away` for a day off (planned or not), `open` while it lasts,
 * `missed` where nothing was said, and `free` for what is no day of practice.
 */
export type DayStanding = CheckInAnswer | "away" | "open" | "missed" | "free";
export type PracticeDay = { day: string; standing: DayStanding };

type Running = Pick<Practice, "begunOn" | "endsOn" | "extendedOn" | "endedOn" | "weekdays">;

/**
 * Every day of a practice from its first until today, or until its last where that is over. A day that was answered
 * stands as it was answered, whether it was planned or not; those between an end and being made longer are days off.
 */
export function practiceDays(
  { begunOn, endsOn, extendedOn, endedOn, weekdays }: Running,
  checkIns: readonly CheckIn[],
  { today, absences }: { today: string; absences: WorkTimes["absences"] },
): PracticeDay[] {
  if (begunOn === null || endsOn === null) return [];
  const answered = new Map(checkIns.map(({ day, answer }) => [day, answer]));
  const last = [today, endsOn, endedOn ?? today].reduce((one, other) =>
    one < other ? one : other,
  );
  const pause = extendedOn && { after: daysAfter(begunOn, PRACTICE_DAYS - 1), until: extendedOn };
  const days: PracticeDay[] = [];
  for (let day = begunOn; day <= last; day = daysAfter(day, 1)) {
    const isPaused = pause && day > pause.after && day < pause.until;
    const isOff = isPaused || !isAtWork({ workingDays: null, absences }, day);
    const isPlanned = isAtWork({ workingDays: weekdays, absences: [] }, day);
    const answer = answered.get(day);
    if (answer) days.push({ day, standing: answer });
    else if (isOff) days.push({ day, standing: "away" });
    else if (!isPlanned) days.push({ day, standing: "free" });
    else days.push({ day, standing: day === today ? "open" : "missed" });
  }
  return days;
}

/** Which days can still be answered or corrected, the latest first: those of practice in the last week. */
export function answerableDays(days: readonly PracticeDay[], today: string): PracticeDay[] {
  const since = daysAfter(today, 1 - ANSWERED_WITHIN_DAYS);
  return days.filter(({ day, standing }) => day >= since && standing !== "free").reverse();
}
