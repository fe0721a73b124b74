import { useTranslation } from "react-i18next";
import { redirect, useRouteError } from "react-router";
import { z } from "zod";
import { RaterShell } from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageTitle } from "~/ui/page-title.tsx";
import {
  answerAfterAll,
  declineRequest,
  requestToDecline,
} from "../answering/decline-request.server.ts";
import { closedForGood, resolveRater, shut } from "../answering/resolve-rater.server.ts";
import { DeclineForm } from "../components/decline-form.tsx";
import { Declined } from "../components/declined.tsx";
import { calledOffOf, problemKind } from "../components/problem-kind.ts";
import { RaterProblem } from "../components/rater-problem.tsx";
import {
  type Declined as DeclinedBecause,
  declinedUnsaid,
  declineInput,
  isAskedWhyOf,
} from "../domain/decline.ts";
import { knowDevice } from "../pseudonyms/device.server.ts";
import type { Route } from "./+types/rater-decline";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [knowDevice];

export async function loader(args: Route.LoaderArgs) {
  const { rater, base, organisation, brand, language } = await resolveRater(args);
  const platform = getPlatform(args.context);
  const request = await requestToDecline(platform, rater, args.params.requestId);
  if (!request) throw notFound();
  if (request.roundState === "called-off") throw shut("called-off");
  if (request.roundState !== "collecting") throw closedForGood();
  const { id, declined, roundKind, relationship } = request;
  const name = request.subjectName ?? request.roundName;
  const asksWhy = isAskedWhyOf(request);
  // Under what the page's words stand.
  const kind = relationship === null ? "nobody" : roundKind;
  return { base, organisation, brand, language, request: { id, name, declined, kind, asksWhy } };
}

const declineForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("decline"), ...declineInput.shape }),
  z.object({ intent: z.literal("undo") }),
]);

/** Where nobody is asked why, nothing that was typed is read. */
const declineUnasked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("decline") }),
  z.object({ intent: z.literal("undo") }),
]);

/** What is kept: where nobody was asked why, no reason. */
function declinedBy({ reason, text = "" }: { intent: "decline" } & Partial<DeclinedBecause>) {
  return reason === undefined ? declinedUnsaid : { reason, text };
}

export async function action(args: Route.ActionArgs) {
  const { rater, base } = await resolveRater(args);
  const platform = getPlatform(args.context);
  const { requestId } = args.params;
  const here = `${base}/${requestId}`;
  const asked = await requestToDecline(platform, rater, requestId);
  const asksWhy = !asked || isAskedWhyOf(asked);
  const form = await readForm(args.request, asksWhy ? declineForm : declineUnasked);
  if (!form.ok) return form.refused();
  const { value } = form;
  const outcome =
    value.intent === "undo"
      ? await answerAfterAll(platform, rater, requestId)
      : await declineRequest(platform, rater, requestId, declinedBy(value));
  if (outcome.ok) return redirect(value.intent === "undo" ? here : `${here}/decline`);
  throw outcome.reason === "closed" ? closedForGood() : notFound();
}

/** A rater would rather not answer about someone, and may still change their mind. */
export default function RaterDecline({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("decline");
  const { base, organisation, language, request } = loaderData;
  const { name, declined, kind, asksWhy } = request;
  const title = t(asksWhy ? "title" : "titleUnasked", { context: kind, name });
  return (
    <RaterShell {...{ organisation, base, language }} suggests={kind === "suggestion"}>
      <PageTitle>{declined ? t("done.title") : title}</PageTitle>
      {declined ? (
        <Declined {...{ kind, name, base }} />
      ) : (
        <DeclineForm
          {...{ kind, asksWhy, title, name }}
          back={`${base}/${request.id}`}
          answer={actionData}
        />
      )}
    </RaterShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <RaterProblem kind={problemKind(error)} calledOff={calledOffOf(error)} />;
}
