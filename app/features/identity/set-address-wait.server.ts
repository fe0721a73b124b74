import { z } from "zod";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Actor } from "./domain/actor.ts";
import { ADDRESS_WAIT_DAYS, waitFor } from "./domain/address-wait.ts";
import { mayAdminister } from "./policy.ts";
import { organisationStanding } from "./reads.server.ts";
import { recordAudit } from "./record-audit.server.ts";
import { updateAddressWait } from "./store.server.ts";

const form = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .pipe(z.literal(ADDRESS_WAIT_DAYS));

/**
 * Decides how long changed addresses wait. Longer holds at once, shorter once the wait until now has passed; what waits
 * already keeps its own.
 */
export async function setAddressWait(
  platform: Platform,
  actor: Actor,
  days: unknown,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!mayAdminister(actor)) return refuse("not-allowed");
  const parsed = form.safeParse(days);
  if (!parsed.success) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    const now = platform.clock.now();
    const { addressWait } = await organisationStanding(tx, actor);
    if (addressWait.days === parsed.data) return { ok: true };
    const before = waitFor(addressWait, now);
    await updateAddressWait(tx, actor, { days: parsed.data, before, since: now });
    await recordAudit(platform, tx, actor, {
      action: "organisation.address-wait",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { days: parsed.data, before },
    });
    return { ok: true };
  });
}
