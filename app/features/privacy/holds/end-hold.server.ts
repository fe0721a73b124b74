import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isTheirs, mayKeepPrivacy } from "../policy.ts";
import { endStoredHold, storedHolds } from "../store/hold-store.server.ts";
import { lockForgetting } from "../store/period-store.server.ts";
import { subjectOf } from "./place-hold.server.ts";

export const endHoldInput = z.object({ hold: z.uuid() });

/**
 * From now on what had its time may be forgotten again, from the next night on. Ended twice, it is ended once; never by
 * whom it is for.
 */
export async function endHold(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { hold }: z.output<typeof endHoldInput>,
): Promise<Outcome<void, "not-allowed" | "unknown" | "own">> {
  if (!mayKeepPrivacy(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockForgetting(tx, actor);
    const standing = (await storedHolds(tx, actor)).find(({ id }) => id === hold);
    if (!standing) return refuse("unknown");
    if (isTheirs(actor, standing.personId)) return refuse("own");
    const endedOn = todayFor(platform, await organisationZone(tx, actor));
    const held = await endStoredHold(tx, actor, hold, { endedOn, endedBy: actor.accountId });
    if (held === null) return refuse("unknown");
    await recordAudit(platform, tx, actor, { action: "hold.ended", ...subjectOf(held) });
    return { ok: true };
  });
}
