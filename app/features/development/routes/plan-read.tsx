import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { PlanView } from "../components/plan/plan-view.tsx";
import { planPage } from "../plan/plan-page.server.ts";
import { sendToPlan } from "../plan/send-to-plan.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/plan-read";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await planPage(getPlatform(context), actor, params.planId);
  if (!page) throw notFound();
  return { page, said: new URL(request.url).searchParams.get("said") };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const { planId: id } = params;
  return sendToPlan(getPlatform(context), actor, { id }, { request, back: `/plans/${id}` });
}

/** The plan of somebody who shares it, or an earlier one of whoever asks. */
export default function ReadPlan({ loaderData, actionData }: Route.ComponentProps) {
  return <PlanView {...loaderData} answer={actionData} />;
}
