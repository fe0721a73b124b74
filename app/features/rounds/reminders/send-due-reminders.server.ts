import { localTime } from "~/platform/calendar/zones.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { dueReason, reminderDue } from "../domain/reminders.ts";
import { remind, remindable } from "./reminding.server.ts";

const FURTHEST = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];

/**
 * Reminds everyone of an organisation whose reminder is due where they are. Safe to run at any time, as often as one
 * likes and in several processes: each reminder is remembered in the transaction that queues its letter. @returns how
 * many are told.
 */
export function sendDueReminders(platform: Platform, scope: OrganisationScope): Promise<number> {
  return inOrganisation(platform, scope, async (tx) => {
    const now = platform.clock.now();
    const dates = FURTHEST.map((zone) => localTime(zone, now).date);
    const people = await remindable(platform, tx, scope, (rounds) =>
      rounds.some((round) => dates.some((date) => dueReason(round, date) !== null)),
    );
    const planned = people.flatMap(({ person, local, work, before }) => {
      const plan = reminderDue(local, work, before);
      return plan ? [{ person, local, plan }] : [];
    });
    return remind(platform, tx, scope, planned);
  });
}
