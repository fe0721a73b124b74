import { daysAfter } from "~/platform/calendar/days.ts";

/** From so many days in one piece an absence is leave, during which nobody forgets faster for being away. */
export const LONG_LEAVE_DAYS = 30;

type Away = { firstDay: string; lastDay: string };

/** Of somebody's absences those that are long leave; ones that follow upon each other or overlap are one. */
export function longLeaves(absences: readonly Away[]): Away[] {
  const pieces: Away[] = [];
  for (const { firstDay, lastDay } of [...absences].sort(byFirstDay)) {
    const before = pieces.at(-1);
    if (before && firstDay <= daysAfter(before.lastDay, 1)) {
      if (lastDay > before.lastDay) before.lastDay = lastDay;
    } else pieces.push({ firstDay, lastDay });
  }
  return pieces.filter(
    ({ firstDay, lastDay }) => daysAfter(firstDay, LONG_LEAVE_DAYS - 1) <= lastDay,
  );
}

function byFirstDay(one: Away, other: Away): number {
  return one.firstDay < other.firstDay ? -1 : one.firstDay > other.firstDay ? 1 : 0;
}
