import { redirect } from "react-router";
import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { commentOnPlan, planCommentInput } from "./comment-on-plan.server.ts";
import type { WhichPlan } from "./plan-store.server.ts";
import { planPress, pressOnPlan } from "./press-on-plan.server.ts";
import type { Ticking } from "./work-on-plan.server.ts";

/** All that the page of a plan sends: its buttons, and something said to it. */
export const planForm = z.discriminatedUnion("intent", [
  ...planPress.options,
  z.object({ intent: z.literal("comment"), ...planCommentInput.shape }),
]);

/** Carries out what the page of a plan sent, and goes back to it. */
export async function sendToPlan(
  platform: Ticking,
  actor: Actor,
  which: WhichPlan,
  { request, back }: { request: Request; back: string },
) {
  const form = await readForm(request, planForm);
  if (!form.ok) return form.refused();
  const { value } = form;
  const outcome =
    value.intent === "comment"
      ? await commentOnPlan(platform, actor, which, value)
      : await pressOnPlan(platform, actor, which, value);
  if (!outcome.ok && outcome.reason === "problems") return form.refused(outcome.problems);
  if (!outcome.ok) throw notFound();
  if (value.intent === "end") return redirect("/plans?said=ended");
  return redirect(`${back}?said=${value.intent}`);
}
