import { redirect, useRouteError } from "react-router";
import { getSignedIn } from "~/features/identity/index.server.ts";
import { beside, readSeen, SEND_PART } from "~/features/questionnaires/domain/index.ts";
import { PartPage } from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { saveAnswers, submitAnswers } from "../answering/answer.server.ts";
import { type KeptForm, keepForm } from "../answering/kept-form.server.ts";
import { partData } from "../answering/part-data.server.ts";
import { raterOf, resolveRater } from "../answering/resolve-rater.server.ts";
import { calledOffOf, keptOf, problemKind } from "../components/problem-kind.ts";
import { RaterProblem } from "../components/rater-problem.tsx";
import { informFirst } from "../information/inform-first.server.ts";
import { deviceOf, forgetDevice, knowDevice } from "../pseudonyms/device.server.ts";
import type { Route } from "./+types/rater-part";
import { textsOf } from "./form-texts.ts";
import { languageChosen } from "./language-chosen.ts";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [knowDevice, informFirst];

export function loader(args: Route.LoaderArgs) {
  return partData(args);
}

export async function action(args: Route.ActionArgs) {
  const { context, params } = args;
  const form = await args.request.formData();
  const kept = (problem: KeptForm["problem"]) => {
    keepForm(context, { problem, typed: textsOf(form) });
    return null;
  };
  if (params.token === undefined && !getSignedIn(context)) return kept("signed-out");
  const rater = await raterOf(args).catch((refused: unknown) => {
    const problem = goneFor(refused);
    if (problem === null) throw refused;
    return problem;
  });
  if (typeof rater === "string") return kept(rater);
  const platform = getPlatform(context);
  const { requestId, part } = params;
  if (part === SEND_PART && form.get("language") === null) {
    const sent = await submitAnswers(platform, rater, requestId, form.get("declineRest") === "1");
    if (sent.ok) {
      const { base } = await resolveRater(args);
      if (!deviceOf(context).shared) return redirect(`${base}?sent=${requestId}`);
      const headers = new Headers();
      for (const cookie of await forgetDevice()) headers.append("Set-Cookie", cookie);
      return redirect(`${base}?forgotten`, { headers });
    }
    if (sent.reason === "open-items" || sent.reason === "nothing-said")
      return { problems: [], typed: null, replaced: [], refusal: sent.reason };
    if (sent.reason === "unknown") throw notFound();
    return kept(sent.reason);
  }
  const seen = form.get("seen");
  const saved = await saveAnswers(
    platform,
    rater,
    requestId,
    textsOf(form),
    typeof seen === "string" ? readSeen(seen) : null,
  );
  if (!saved.ok) return kept(saved.reason);
  const { problems, answers, replaced } = saved.value;
  const words = [...replaced].filter(([field]) => field.startsWith("comment-"));
  if (problems.length > 0 || words.length > 0)
    return {
      problems,
      typed: problems.length > 0 ? answers : null,
      replaced: words,
      refusal: null,
    };
  const path = beside(new URL(args.request.url).pathname, target(form, part));
  return redirect(path, await languageChosen(form.get("language")));
}

/** Why a link opens nothing any more, as `raterOf` throws it; null for anything else. */
function goneFor(refused: unknown): "closed" | "called-off" | null {
  if (refused instanceof Response) return refused.status === 410 ? "closed" : null;
  const told = (refused as { data?: { problem?: unknown } } | null)?.data?.problem;
  return told === "called-off" ? "called-off" : null;
}

/** Where a press of a button leads: on, back, or to one of the parts. */
function target(form: FormData, part: string): string {
  const to = form.get("to");
  if (typeof to !== "string" || !/^[\w-]{1,60}$/.test(to)) return part;
  return to === part ? `${to}#${to}` : to;
}

export default function RaterPart({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PartPage
      data={loaderData}
      problems={actionData?.problems ?? []}
      typed={actionData?.typed ?? null}
      replaced={new Map(actionData?.replaced ?? [])}
      refusal={actionData?.refusal ?? null}
    />
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <RaterProblem kind={problemKind(error)} kept={keptOf(error)} calledOff={calledOffOf(error)} />
  );
}
