import { daysAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { firstLastDay } from "./absence-reads.server.ts";
import { deleteAbsencesBefore } from "./absence-store.server.ts";

/** How long an absence is kept once it is over. */
export const KEPT_DAYS = 31;

/** Forgets absences that are over for a month: nobody needs to know for ever when somebody was away. */
export function forgetAbsences(
  platform: Pick<Platform, "database" | "clock">,
  scope: OrganisationScope,
): Promise<void> {
  const day = daysAfter(todayOf(platform), -KEPT_DAYS);
  return inOrganisation(platform, scope, (tx) => deleteAbsencesBefore(tx, scope, day));
}

/** When the next one is to be forgotten; null when none is known. */
export async function nextToForget(tx: Tx, scope: OrganisationScope): Promise<Date | null> {
  const day = await firstLastDay(tx, scope);
  return day === null ? null : new Date(`${daysAfter(day, KEPT_DAYS + 1)}T00:00:00Z`);
}
