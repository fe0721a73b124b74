import { lockAdministrators, recordAudit } from "~/features/identity/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { endOfDay } from "~/platform/calendar/zones.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { leavingNow } from "../domain/by-hand/leaving.ts";
import { retirePeople } from "../leave-people.server.ts";
import { whoOwns } from "../owner-stays.server.ts";
import { lockPeople } from "../store.server.ts";
import { organisationZone } from "../zone-reads.server.ts";
import { leavingBy, nextLeaving } from "./leaving-reads.server.ts";

/** Sets everyone inactive whose day to leave has come by the organisation's calendar. @returns how many. */
export function leaveOnTime(
  platform: Pick<Platform, "database" | "clock">,
  scope: OrganisationScope,
): Promise<number> {
  return inOrganisation(platform, scope, async (tx) => {
    await lockPeople(tx, scope);
    // Nobody removes the other owner meanwhile.
    await lockAdministrators(tx, scope);
    const today = todayFor(platform, await organisationZone(tx, scope));
    const due = await leavingBy(tx, scope, today);
    if (due.length === 0) return 0;
    const going = leavingNow(...(await whoOwns(platform, tx, scope, due)));
    const by = { ...scope, accountId: null, way: "clock" as const, at: platform.clock.now() };
    for (const { id, on } of going) {
      await retirePeople(tx, by, [id], on);
      await recordAudit(platform, tx, by, {
        action: "person.deactivated",
        subjectKind: "person",
        subjectId: id,
        detail: { day: on },
      });
    }
    return going.length;
  });
}

/** When the next of them becomes inactive; null when nobody is to. */
export async function nextToLeave(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
): Promise<Date | null> {
  const on = await nextLeaving(tx, scope);
  if (on === null) return null;
  const begins = endOfDay(daysAfter(on, -1), await organisationZone(tx, scope));
  // Whoever stays past their day is the last owner: an appointment, which is audited, lets them go.
  return begins > now ? begins : new Date(now.getTime() + DAY_MS);
}

const DAY_MS = 86_400_000;
