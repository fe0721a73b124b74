import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { beginClearOut, beginInput } from "../clear-out/begin-clear-out.server.ts";
import { clearOutsPage } from "../clear-out/clear-out-pages.server.ts";
import { ClearOutsView } from "../components/clear-out/clear-outs-view.tsx";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/clear-outs";

/** What is to be named there, as the address carries it on: the kind of meeting that somebody came from. */
function carried(request: Request): string {
  const kind = new URL(request.url).searchParams.get("kind");
  return kind === null ? "" : `?${new URLSearchParams({ kind })}`;
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await clearOutsPage(getPlatform(context), actor);
  const kind = carried(request);
  if (kind !== "" && page.openId !== null) throw redirect(`/plan/clear-outs/${page.openId}${kind}`);
  return page;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const press = await readPress(request, beginInput);
  const begun = await beginClearOut(getPlatform(context), actor, press);
  if (!begun.ok) throw notFound();
  return redirect(`/plan/clear-outs/${begun.value.id}${carried(request)}`);
}

/** The clear-outs that somebody leads or was asked in. */
export default function ClearOuts({ loaderData }: Route.ComponentProps) {
  return <ClearOutsView page={loaderData} />;
}
