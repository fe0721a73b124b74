import { z } from "zod";
import { levelledFramework } from "~/features/frameworks/index.server.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayReadOwnLevels } from "../policy.ts";
import { deleteAsked, insertAsked } from "./asking-store.server.ts";

export const letAskInput = z.object({
  intent: z.enum(["let-ask", "stop-asking"]),
  framework: z.string().min(1).max(300),
  competency: z.string().min(1).max(300),
});

/** Lets colleagues ask whoever wants it about a competency, or no longer. They see its name and no level. */
export async function letAsk(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { intent, ...ref }: z.output<typeof letAskInput>,
): Promise<Outcome<{ intent: typeof intent }, "unknown">> {
  const { personId } = actor;
  if (personId === null || !mayReadOwnLevels(actor)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    if (intent === "stop-asking") await deleteAsked(tx, actor, personId, ref);
    else {
      const framework = await levelledFramework(tx, actor, ref.framework);
      const isThere = framework?.competencies.some(({ id }) => id === ref.competency);
      if (!isThere) return refuse("unknown");
      await insertAsked(tx, actor, [{ personId, ...ref }]);
    }
    await recordAudit(platform, tx, actor, {
      action: "ask-me-about.changed",
      subjectKind: "person",
      subjectId: personId,
    });
    return accept({ intent });
  });
}
