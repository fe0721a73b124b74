import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { isId, newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayReadOwnLevels } from "../policy.ts";
import { insertComment, lockEvidence } from "./evidence-store.server.ts";

export const commentInput = z.object({
  comment: z.string().trim().min(1).max(4_000),
});

/** Adds what somebody has to say to a piece of evidence about them; whoever reads that reads this with it. */
export async function commentOnEvidence(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  id: string,
  { comment: words }: z.output<typeof commentInput>,
): Promise<Outcome<{ id: string }, "unknown">> {
  if (!mayReadOwnLevels(actor) || !isId(id)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    const evidence = await lockEvidence(tx, actor, id);
    if (evidence?.personId !== actor.personId) return refuse("unknown");
    const comment = { id: newId(), evidenceId: id, words };
    await insertComment(tx, actor, { ...comment, saidOn: await todayWhere(platform, tx, actor) });
    await recordAudit(platform, tx, actor, {
      action: "evidence.commented",
      subjectKind: "person",
      subjectId: evidence.personId,
      detail: { evidence: id },
    });
    return accept({ id: comment.id });
  });
}
