import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Actor } from "../domain/actor.ts";
import { holdOf } from "../domain/address-change.ts";
import { organisationStanding } from "../reads.server.ts";
import { latestChanges } from "./address-change-store.server.ts";

/** A change of somebody's own address that waits or was refused, as they are shown it. */
export type OwnChange = {
  from: string | null;
  to: string | null;
  /** Calendar dates where the organisation is; `until` is null where it was refused. */
  changedOn: string;
  until: string | null;
};

/** The change of this actor's own address that keeps letters from them; null when there is none. */
export async function ownChange(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
): Promise<OwnChange | null> {
  const { personId } = actor;
  if (personId === null) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const change = (await latestChanges(tx, actor, [personId])).get(personId);
    const hold = change && holdOf(change, platform.clock.now());
    if (!change || !hold) return null;
    const zone = zoneAmong((await organisationStanding(tx, actor)).timeZone);
    return {
      from: change.oldAddress,
      to: change.newAddress,
      changedOn: dateIn(zone, change.changedAt),
      until: hold.until && dateIn(zone, hold.until),
    };
  });
}
