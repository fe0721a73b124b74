import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { TimeView } from "../components/time/time-view.tsx";
import { mayHavePlan } from "../policy.ts";
import { pressOnTime, timePress } from "../time/press-on-time.server.ts";
import { timePage } from "../time/time-page.server.ts";
import type { Route } from "./+types/time";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const said = new URL(request.url).searchParams.get("said");
  return { page: await timePage(getPlatform(context), actor), said };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const press = await readPress(request, timePress);
  const done = await pressOnTime(getPlatform(context), actor, press);
  if (!done.ok) throw notFound();
  return redirect(`/plan/time?said=${press.step}`);
}

/** Where somebody's time goes: managing, leading, neither. */
export default function Time({ loaderData }: Route.ComponentProps) {
  return <TimeView {...loaderData} />;
}
