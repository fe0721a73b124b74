import { z } from "zod";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Actor } from "./domain/actor.ts";
import { ADDRESS_WAIT_DAYS, waitFor } from "./domain/address-wait.ts";
import { mayDecideAccess } from "./policy.ts";
import { organisationStanding } from "./reads.server.ts";
import { recordAudit } from "./record-audit.server.ts";
import { updateAddressWait } from "./store.server.ts";

export const setAddressWaitInput = z.object({ days: z.literal(ADDRESS_WAIT_DAYS, "unknown") });

/**
 * Decides how long changed addresses wait. Longer holds at once, shorter once the wait until now has passed; what waits
 * already keeps its own.
 */
export async function setAddressWait(
  platform: Platform,
  actor: Actor,
  { days }: z.output<typeof setAddressWaitInput>,
): Promise<Outcome<void, "not-allowed">> {
  if (!mayDecideAccess(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const now = platform.clock.now();
    const { addressWait } = await organisationStanding(tx, actor);
    if (addressWait.days === days) return { ok: true };
    const before = waitFor(addressWait, now);
    await updateAddressWait(tx, actor, { days, before, since: now });
    await recordAudit(platform, tx, actor, {
      action: "organisation.address-wait",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { days, before },
    });
    return { ok: true };
  });
}
