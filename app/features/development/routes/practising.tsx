import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PracticeView } from "../components/practice/practice-view.tsx";
import { mayHavePlan } from "../policy.ts";
import { practicePage } from "../practice/practice-page.server.ts";
import { practicePress, pressOnPractice } from "../practice/press-on-practice.server.ts";
import type { Route } from "./+types/practising";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const said = new URL(request.url).searchParams.get("said");
  return { page: await practicePage(getPlatform(context), actor), said };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, practicePress);
  if (!form.ok) return form.refused();
  const done = await pressOnPractice(getPlatform(context), actor, form.value);
  if (done.ok) return redirect(`/plan/practice?said=${form.value.step}`);
  if (done.reason === "problems") return form.refused(done.problems);
  throw notFound();
}

/** What somebody practises for 30 days. */
export default function Practising({ loaderData, actionData }: Route.ComponentProps) {
  return <PracticeView {...loaderData} answer={actionData} />;
}
