import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { audienceView, readAudience } from "~/features/people/index.server.ts";
import { AudienceForm } from "~/features/people/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { roundPage } from "../assessments/round-page.server.ts";
import { assessedStep, tickAssessed } from "../assessments/setup/choose-assessed.server.ts";
import { roundPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/assessment-people";
import { leadToRound } from "./lead-to-round.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const platform = getPlatform(context);
  const found = await roundPage(platform, actor, roundId);
  if (!found) throw notFound();
  if (found.round.state !== "draft") throw redirect(roundPath(roundId));
  const view = audienceView(request);
  const step = await assessedStep(platform, actor, roundId, view);
  return { step, filter: view.filter, round: { id: roundId, name: found.round.name } };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const { change, done, query } = await readAudience(request);
  const outcome = await tickAssessed(getPlatform(context), actor, roundId, change);
  if (!outcome.ok) return leadToRound(roundId, outcome.reason);
  if (!done) return redirect(`${roundPath(roundId)}/people?${query}`);
  if (outcome.value > 0) return redirect(roundPath(roundId));
  return data(answerWith({ field: "q", code: "required" }), { status: 400 });
}

/** Who is placed on levels in a round that has not begun. */
export default function AssessmentPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const { step, filter, round } = loaderData;
  const path = roundPath(round.id);
  return (
    <>
      <PageTitle>{t("people.title")}</PageTitle>
      <PageHeader
        title={t("people.title")}
        lead={t("people.lead")}
        breadcrumbs={[
          { label: t("place"), href: "/assessments" },
          { label: round.name, href: path },
        ]}
      />
      {step.all === 0 ? (
        <EmptyState title={t("people.nobody.title")}>{t("people.nobody.body")}</EmptyState>
      ) : (
        <AudienceForm
          page={step}
          filter={filter}
          path={`${path}/people`}
          problems={problemsIn(actionData).map(({ code, ...problem }) => ({
            ...problem,
            message: t(`people.${code}`),
          }))}
          chosen={t("people.chosen", { count: step.chosen })}
        >
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" name="intent" value="continue">
              {t("people.done")}
            </Button>
            <ButtonLink href={path}>{t("cancel")}</ButtonLink>
          </div>
        </AudienceForm>
      )}
    </>
  );
}
