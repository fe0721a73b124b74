import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayKeepPractices } from "../policy.ts";
import { FRAMEWORK } from "./behaviours.server.ts";
import { practicesFor } from "./guide-reads.server.ts";
import { setHidden } from "./practice-store.server.ts";

export const offerInput = z.object({
  intent: z.enum(["hide", "show"]),
  practice: z.string().min(1).max(100),
});

/** Takes a practice, ours or an own one, out of what is offered, or puts it back. Pressed twice, it is done once. */
export async function offerPractice(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  behaviour: string,
  { intent, practice }: z.output<typeof offerInput>,
): Promise<Outcome<void, "unknown">> {
  if (!mayKeepPractices(actor)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx): Promise<Outcome<void, "unknown">> => {
    const found = (await practicesFor(tx, actor, behaviour, "en"))?.find(
      ({ key }) => key === practice,
    );
    if (!found) return refuse("unknown");
    const which = { framework: FRAMEWORK, practice };
    const isChanged = await setHidden(tx, actor, which, intent === "hide");
    if (isChanged)
      await recordAudit(platform, tx, actor, {
        action: intent === "hide" ? "practice.hidden" : "practice.offered",
        subjectKind: "practice",
        ...(found.isOwn ? { subjectId: practice } : {}),
        detail: { name: found.name },
      });
    return { ok: true };
  });
}
