import { z } from "zod";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Actor } from "./domain/actor.ts";
import { LEAVERS_READ_DAYS } from "./domain/presence.ts";
import { mayDecideAccess } from "./policy.ts";
import { recordAudit } from "./record-audit.server.ts";
import { updateLeaversReadDays } from "./store.server.ts";

export const setLeaversReadingInput = z.object({ days: z.literal(LEAVERS_READ_DAYS, "unknown") });

/**
 * Decides how long people who leave may read their own reports. It holds at once, for those who left before as well.
 */
export async function setLeaversReading(
  platform: Platform,
  actor: Actor,
  { days }: z.output<typeof setLeaversReadingInput>,
): Promise<Outcome<void, "not-allowed">> {
  if (!mayDecideAccess(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await updateLeaversReadDays(tx, actor, days);
    await recordAudit(platform, tx, actor, {
      action: "organisation.leavers-reading",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { days },
    });
    return { ok: true };
  });
}
