import { Outlet, redirect } from "react-router";
import { isEditable } from "~/features/rounds/domain/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { cyclePath, wordsIn } from "../components/hr/notices.ts";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { setupPage } from "../setup/setup-page.server.ts";
import type { Route } from "./+types/cycle-setup";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const page = await setupPage(getPlatform(context), actor, pathId(params.cycleId));
  if (!page) throw notFound();
  if (!isEditable(page.cycle.state)) throw redirect(cyclePath(page.cycle.id));
  const { said, refused } = wordsIn(new URL(request.url).searchParams);
  return { ...page, word: { said, refused } };
}

/** What all steps know: which cycle, how far, and what is missing. */
export default function CycleSetup({ loaderData }: Route.ComponentProps) {
  return <Outlet context={loaderData satisfies SetupFacts} />;
}
