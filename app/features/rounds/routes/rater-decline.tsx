import { useTranslation } from "react-i18next";
import { data, redirect, useRouteError } from "react-router";
import { RaterShell } from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import {
  answerAfterAll,
  declineRequest,
  requestToDecline,
} from "../answering/decline-request.server.ts";
import { closedForGood, resolveRater } from "../answering/resolve-rater.server.ts";
import { DeclineForm } from "../components/decline-form.tsx";
import { Declined } from "../components/declined.tsx";
import { problemKind } from "../components/problem-kind.ts";
import { RaterProblem } from "../components/rater-problem.tsx";
import { knowDevice } from "../pseudonyms/device.server.ts";
import type { Route } from "./+types/rater-decline";

export const handle = { plain: true, translated: true };
export const middleware: Route.MiddlewareFunction[] = [knowDevice];

export async function loader(args: Route.LoaderArgs) {
  const { rater, base, organisation, language } = await resolveRater(args);
  const platform = getPlatform(args.context);
  const request = await requestToDecline(platform, rater, args.params.requestId);
  if (!request) throw notFound();
  if (request.roundState !== "collecting") throw closedForGood();
  const { id, subjectName, declined } = request;
  return { base, organisation, language, request: { id, name: subjectName, declined } };
}

export async function action(args: Route.ActionArgs) {
  const { rater, base } = await resolveRater(args);
  const platform = getPlatform(args.context);
  const form = await args.request.formData();
  const field = (name: string) => String(form.get(name) ?? "");
  const { requestId } = args.params;
  const here = `${base}/${requestId}`;
  if (field("intent") === "undo") {
    const outcome = await answerAfterAll(platform, rater, requestId);
    if (outcome.ok) return redirect(here);
    throw outcome.reason === "closed" ? closedForGood() : notFound();
  }
  const typed = { reason: field("reason"), text: field("text") };
  const outcome = await declineRequest(platform, rater, requestId, typed);
  if (outcome.ok) return redirect(`${here}/decline`);
  if (outcome.reason === "unknown") throw notFound();
  if (outcome.reason === "closed") throw closedForGood();
  return data({ problem: outcome.reason, typed }, { status: 400 });
}

/** A rater would rather not answer about someone, and may still change their mind. */
export default function RaterDecline({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("nomination");
  const { base, organisation, language, request } = loaderData;
  const { name, declined } = request;
  return (
    <RaterShell organisation={organisation} base={base} language={language}>
      <title>{declined ? t("decline.done.title") : t("decline.title", { name })}</title>
      {declined ? (
        <Declined name={name} base={base} />
      ) : (
        <DeclineForm
          name={name}
          back={`${base}/${request.id}`}
          typed={actionData?.typed ?? null}
          problem={actionData?.problem ?? null}
        />
      )}
    </RaterShell>
  );
}

export function ErrorBoundary() {
  return <RaterProblem kind={problemKind(useRouteError())} />;
}
