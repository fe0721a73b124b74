import { z } from "zod";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Actor } from "./domain/actor.ts";
import { SECOND_STEP_FOR } from "./domain/second-step-for.ts";
import { mayDecideAccess } from "./policy.ts";
import { recordAudit } from "./record-audit.server.ts";
import { factorOf } from "./second-factor/second-factor-store.server.ts";
import { updateSecondStepFor } from "./store.server.ts";

export const setSecondStepForInput = z.object({
  whom: z.literal(SECOND_STEP_FOR, "unknown"),
});

/**
 * Decides of whom a second step is asked. It holds with their next page: until they have added one, they see nothing
 * else. Whoever asks it of others has one: so they know what it takes, and don't lock themselves out.
 */
export async function setSecondStepFor(
  platform: Platform,
  actor: Actor,
  { whom }: z.output<typeof setSecondStepForInput>,
): Promise<Outcome<void, "not-allowed" | "own-first">> {
  if (!mayDecideAccess(actor)) return refuse("not-allowed");
  if (whom !== "nobody" && !(await factorOf(platform.database, actor.accountId)))
    return refuse("own-first");
  return inOrganisation(platform, actor, async (tx) => {
    await updateSecondStepFor(tx, actor, whom);
    await recordAudit(platform, tx, actor, {
      action: "organisation.second-step",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { whom },
    });
    return { ok: true };
  });
}
