import { useTranslation } from "react-i18next";
import { data, redirect, useOutletContext } from "react-router";
import { audienceView, readAudience } from "~/features/people/index.server.ts";
import { AudienceForm } from "~/features/people/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { NextAside } from "../components/hr/next-aside.tsx";
import { ParticipantsWays } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { participantsStep, tickParticipants } from "../setup/participants-step.server.ts";
import type { Route } from "./+types/cycle-setup-participants";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const view = audienceView(request);
  const step = await participantsStep(getPlatform(context), actor, pathId(params.cycleId), view);
  return { step, filter: view.filter };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const { change, done, query } = await readAudience(request);
  const outcome = await tickParticipants(getPlatform(context), actor, cycleId, change);
  if (!outcome.ok) return leadToCycle(cycleId, outcome.reason);
  if (!done) return redirect(`${stepPath(cycleId, "participants")}?${query}`);
  if (outcome.value > 0) return redirect(stepPath(cycleId, "raters"));
  return data(answerWith({ field: "q", code: "required" }), { status: 400 });
}

export default function SetupParticipants({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { cycle, whole } = useOutletContext<SetupFacts>();
  const { step, filter } = loaderData;
  const nobody = whole ? "nobody" : "nobodyOfUnits";
  return (
    <StepSection step="participants" size="help-for-table" aside={<NextAside />}>
      <ParticipantsWays cycleId={cycle.id} current="search" whole={whole} />
      {step.all === 0 ? (
        <EmptyState
          title={t(`setup.participants.${nobody}.title`)}
          action={
            whole && (
              <ButtonLink variant="primary" href="/people/import">
                {t("setup.participants.nobody.action")}
              </ButtonLink>
            )
          }
        >
          {t(`setup.participants.${nobody}.body`)}
        </EmptyState>
      ) : (
        <AudienceForm
          page={step}
          filter={filter}
          path={stepPath(cycle.id, "participants")}
          problems={problemsIn(actionData).map(({ code, ...problem }) => ({
            ...problem,
            message: t(`setup.participants.${code}`),
          }))}
          chosen={t("setup.participants.chosen", { count: step.chosen })}
        >
          <StepFooter step="participants" cycleId={cycle.id} narrow>
            <Button variant="primary" name="intent" value="continue">
              {t("setup.continue")}
            </Button>
          </StepFooter>
        </AudienceForm>
      )}
    </StepSection>
  );
}
