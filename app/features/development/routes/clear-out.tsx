import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { clearOutPage } from "../clear-out/clear-out-pages.server.ts";
import { clearOutPress, pressOnClearOut } from "../clear-out/press-on-clear-out.server.ts";
import { ClearOutView } from "../components/clear-out/clear-out-view.tsx";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/clear-out";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const { searchParams } = new URL(request.url);
  const page = await clearOutPage(
    getPlatform(context),
    actor,
    pathId(params.clearOutId),
    searchParams.get("kind"),
  );
  if (!page) throw notFound();
  return { page, said: searchParams.get("said") };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const id = pathId(params.clearOutId);
  const form = await readForm(request, clearOutPress);
  if (!form.ok) return form.refused();
  const done = await pressOnClearOut(getPlatform(context), actor, id, form.value);
  if (done.ok) return redirect(`/plan/clear-outs/${id}?said=${form.value.step}`);
  if (done.reason === "problems") return form.refused(done.problems);
  throw notFound();
}

/** A clear-out: what was named, what was decided, and whether it stayed so. */
export default function ClearOut({ loaderData, actionData }: Route.ComponentProps) {
  return <ClearOutView {...loaderData} answer={actionData} />;
}
