import { redirect } from "react-router";
import {
  lettersPage,
  requireRunner,
  sendTestLetter,
  testLetterInput,
} from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { letterPath, runningLetterPath } from "../components/hr/letter-path.ts";
import { cyclePath } from "../components/hr/notices.ts";
import type { Route } from "./+types/letter-test";

/** There is nothing to look at here: whoever comes by hand is led to the round. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  await requireRunner(context, request, pathId(params.cycleId));
  return redirect(cyclePath(pathId(params.cycleId)));
}

/** Sends whoever asks one of the round's letters, and leads back to it. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const wanted = await readPress(request, testLetterInput);
  const outcome = await sendTestLetter(platform, actor, cycleId, wanted);
  if (!outcome.ok) throw notFound();
  const page = await lettersPage(platform, actor, cycleId, wanted);
  if (!page) throw notFound();
  const path = page.phase === "before" ? letterPath : runningLetterPath;
  return redirect(`${path(cycleId, page.kind, page.language)}&said=letter-tested`);
}
