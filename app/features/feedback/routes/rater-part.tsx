import { redirect, useRouteError } from "react-router";
import { notFound } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { saveAnswers, submitAnswers } from "../answer.server.ts";
import { PartPage } from "../components/rater/part-page.tsx";
import { problemKind } from "../components/rater/problem-kind.ts";
import { RaterProblem } from "../components/rater/rater-problem.tsx";
import { SEND_PART } from "../domain/parts.ts";
import { partData } from "../part-data.server.ts";
import { closedForGood, resolveRater } from "../resolve-rater.server.ts";
import type { Route } from "./+types/rater-part";

export const handle = { plain: true };

export function loader(args: Route.LoaderArgs) {
  return partData(args);
}

export async function action(args: Route.ActionArgs) {
  const { rater, base } = await resolveRater(args);
  const { requestId, part } = args.params;
  const platform = getPlatform(args.context);
  const form = await args.request.formData();
  const automatic = form.get("automatic") === "1";
  if (part === SEND_PART && !automatic) {
    const sent = await submitAnswers(platform, rater, requestId, form.get("declineRest") === "1");
    if (sent.ok) return redirect(`${base}?sent=${requestId}`);
    if (sent.reason === "unknown") throw notFound();
    if (sent.reason === "closed") throw closedForGood();
    return { problems: [], typed: null, refusal: sent.reason };
  }
  const fields = [...form.entries()].flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value] as const] : [],
  );
  const saved = await saveAnswers(platform, rater, requestId, fields);
  if (!saved.ok) throw saved.reason === "closed" ? closedForGood() : notFound();
  const { problems, answers } = saved.value;
  if (problems.length > 0) return { problems, typed: answers, refusal: null };
  return redirect(`${base}/${requestId}/${target(form, part)}`);
}

/** Where a press of a button leads: on, back, or to one of the parts. */
function target(form: FormData, part: string): string {
  const to = form.get("to");
  return typeof to === "string" && /^[\w-]{1,60}$/.test(to) ? to : part;
}

export default function RaterPart({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PartPage
      data={loaderData}
      problems={actionData?.problems ?? []}
      typed={actionData?.typed ?? null}
      refusal={actionData?.refusal ?? null}
    />
  );
}

export function ErrorBoundary() {
  return <RaterProblem kind={problemKind(useRouteError())} />;
}
