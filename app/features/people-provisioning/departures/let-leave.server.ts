import { lockAdministrators, recordAudit } from "~/features/identity/index.server.ts";
import { leavingNow } from "~/features/people/domain/index.ts";
import {
  countActivePeople,
  organisationZone,
  retirePeople,
  whoOwns,
} from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { COUNTED_MS, decideDeparture } from "../domain/departures.ts";
import type { ScimFault } from "../domain/scim-fault.ts";
import type { Provider } from "../provider.ts";
import { departuresNow, forgetAll, noteDeparture } from "./departure-store.server.ts";

type Parts = Pick<Platform, "clock">;

const WHY = {
  held: "Too many people would leave within a day. An administrator has to decide in Twohats first; nothing was changed.",
  stays:
    "An administrator decided in Twohats that this person stays. They decide on its page of provisioning; nothing was changed.",
  last: "This person is the last owner who is in. Somebody else has to become one first; nothing was changed.",
};

/**
 * Whether somebody who is active may leave by provisioning now, with people locked. Who may not is noted, for HR to
 * decide about. @returns why not, for the provider; null when they may.
 */
export async function mayLeave(
  platform: Parts,
  tx: Tx,
  provider: Provider,
  personId: string,
): Promise<ScimFault | null> {
  await lockAdministrators(tx, provider);
  const whose = await whoOwns(platform, tx, provider, [{ id: personId }]);
  if (leavingNow(...whose).length === 0) return refused("last");
  const at = platform.clock.now();
  const since = new Date(at.getTime() - COUNTED_MS);
  const { left, held, stays } = await departuresNow(tx, provider, personId, since);
  const active = await countActivePeople(tx, provider);
  const decided = decideDeparture({ active, left, stopped: held > 0, stays });
  if (decided === "leaves") return null;
  if (decided === "held") {
    await noteDeparture(tx, provider, personId, "held", at);
    if (held === 0)
      await recordAudit(platform, tx, provider, {
        action: "provisioning.stopped",
        subjectKind: "provisioning-token",
        subjectId: provider.tokenId,
        detail: { active, left },
      });
  }
  return refused(decided);
}

/** Lets somebody leave at once, with people locked, and counts it. */
export async function letLeaveNow(
  platform: Parts,
  tx: Tx,
  provider: Provider,
  personId: string,
): Promise<void> {
  const at = platform.clock.now();
  const today = todayFor(platform, await organisationZone(tx, provider));
  await retirePeople(tx, { ...provider, way: "provisioning", at }, [personId], today);
  await forgetAll(tx, provider, "left", new Date(at.getTime() - COUNTED_MS));
  await noteDeparture(tx, provider, personId, "left", at);
  await recordAudit(platform, tx, provider, {
    action: "person.deactivated",
    subjectKind: "person",
    subjectId: personId,
    detail: { day: today, token: provider.tokenId },
  });
}

function refused(why: keyof typeof WHY): ScimFault {
  return { ok: false, status: 409, detail: WHY[why] };
}
