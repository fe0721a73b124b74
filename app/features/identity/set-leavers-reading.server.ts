import { z } from "zod";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Actor } from "./domain/actor.ts";
import { LEAVERS_READ_DAYS } from "./domain/presence.ts";
import { mayAdminister } from "./policy.ts";
import { recordAudit } from "./record-audit.server.ts";
import { updateLeaversReadDays } from "./store.server.ts";

const form = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.literal(LEAVERS_READ_DAYS));

/**
 * Decides how long people who leave may read their own reports. It holds at once, for those who left before as well.
 */
export async function setLeaversReading(
  platform: Platform,
  actor: Actor,
  days: unknown,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!mayAdminister(actor)) return refuse("not-allowed");
  const parsed = form.safeParse(days);
  if (!parsed.success) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    await updateLeaversReadDays(tx, actor, parsed.data);
    await recordAudit(platform, tx, actor, {
      action: "organisation.leavers-reading",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { days: parsed.data },
    });
    return { ok: true };
  });
}
