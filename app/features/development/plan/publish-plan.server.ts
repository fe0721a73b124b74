import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { leadersOfLeaders } from "~/features/people/index.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import {
  deletePublication,
  insertPublication,
  publishedSince,
} from "./publication-store.server.ts";
import { noteOnPlan, type PlanOutcome, type Ticking, workOnPlan } from "./work-on-plan.server.ts";

export const publishInput = z.object({ step: z.enum(["show", "take-back"]) });

/**
 * Shows the plan that whoever asks works on to everybody, or takes that back, which is always possible. Their own
 * alone, and only where they lead somebody who leads others. Pressed twice, it is done once.
 */
export function publishPlan(
  platform: Ticking,
  actor: Actor & { personId: string | null },
  { step }: z.output<typeof publishInput>,
): Promise<PlanOutcome> {
  const { personId } = actor;
  if (personId === null) return Promise.resolve(refuse("unknown"));
  return workOnPlan<void>(platform, actor, { openOf: personId }, async (held) => {
    const { tx, plan, today } = held;
    const isShown = (await publishedSince(tx, actor, plan.id)) !== null;
    if (step === "take-back") {
      if (!isShown) return { ok: true };
      await deletePublication(tx, actor, plan.id);
      await noteOnPlan(platform, held, "unpublished", "");
      return { ok: true };
    }
    if (!(await leadersOfLeaders(tx, actor)).has(personId)) return refuse("unknown");
    if (isShown) return { ok: true };
    await insertPublication(tx, actor, { planId: plan.id, publishedOn: today });
    await noteOnPlan(platform, held, "published", "");
    return { ok: true };
  });
}
