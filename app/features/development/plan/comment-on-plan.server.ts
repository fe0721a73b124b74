import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept } from "~/platform/errors/outcome.ts";
import { LONGEST_TEXTS } from "../domain/plan/plan.ts";
import { saidOfPlan } from "./plan-reads.server.ts";
import { insertComment, type WhichPlan } from "./plan-store.server.ts";
import { noteOnPlan, type PlanOutcome, type Ticking, workOnPlan } from "./work-on-plan.server.ts";

export const planCommentInput = z.object({
  comment: z.string().trim().min(1).max(LONGEST_TEXTS.comment),
});

/** Says something to a plan, which everybody who reads it reads. The same twice in a row is said once. */
export function commentOnPlan(
  platform: Ticking,
  actor: Actor,
  which: WhichPlan,
  { comment: words }: z.output<typeof planCommentInput>,
): Promise<PlanOutcome<{ id: string }>> {
  return workOnPlan<{ id: string }>(
    platform,
    actor,
    which,
    async (held) => {
      const { tx, plan, now } = held;
      const authorId = held.actor.personId;
      const [last] = (await saidOfPlan(tx, actor, held)).comments;
      if (last?.authorId === authorId && last.words === words) return accept({ id: last.id });
      const id = newId();
      await insertComment(tx, actor, { id, planId: plan.id, authorId, words, saidAt: now });
      await noteOnPlan(platform, held, "commented", "");
      return accept({ id });
    },
    { others: true },
  );
}
