import { useTranslation } from "react-i18next";
import { data, redirect, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { filterParameters, readFilter } from "~/features/people/domain/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { ParticipantsForm } from "../components/hr/participants-form.tsx";
import { ParticipantsWays } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import {
  participantsStep,
  type Ticks,
  tickParticipants,
} from "../setup/participants-step.server.ts";
import type { Route } from "./+types/cycle-setup-participants";
import { setupRefusal } from "./setup-refusal.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const { searchParams } = new URL(request.url);
  const view = { filter: readFilter(searchParams), page: Number(searchParams.get("page")) || 1 };
  const step = await participantsStep(getPlatform(context), actor, pathId(params.cycleId), view);
  return { step, filter: view.filter };
}

/** Every button of the page keeps the ticks first, then goes where it says. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "show");
  const shownFilter = readFilter(new URL(request.url).searchParams);
  const change = intent === "add-all" ? "add" : intent === "remove-all" ? "remove" : null;
  const ticks: Ticks = {
    shown: form.getAll("shown").map(String),
    ticked: form.getAll("person").map(String),
    ...(change ? { all: { change, filter: shownFilter } } : {}),
  };
  const outcome = await tickParticipants(platform, actor, cycleId, ticks);
  if (!outcome.ok) throw setupRefusal(outcome.reason, cycleId);
  if (intent === "continue") {
    const view = { filter: shownFilter, page: 1 };
    const { chosen } = await participantsStep(platform, actor, cycleId, view);
    if (chosen === 0) return data({ problem: "required" as const }, { status: 400 });
    return redirect(stepPath(cycleId, "raters"));
  }
  const page = /^page:(\d+)$/.exec(intent)?.[1];
  const filter = intent === "show" ? readFilter(form) : shownFilter;
  const query = new URLSearchParams({ ...filterParameters(filter), ...(page ? { page } : {}) });
  return redirect(`${stepPath(cycleId, "participants")}?${query}`);
}

export default function SetupParticipants({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { cycle } = useOutletContext<SetupFacts>();
  const { step, filter } = loaderData;
  return (
    <StepSection step="participants" cycle={cycle.name}>
      <ParticipantsWays cycleId={cycle.id} current="search" />
      {step.active === 0 ? (
        <EmptyState
          title={t("setup.participants.nobody.title")}
          action={
            <ButtonLink variant="primary" href="/people/import">
              {t("setup.participants.nobody.action")}
            </ButtonLink>
          }
        >
          {t("setup.participants.nobody.body")}
        </EmptyState>
      ) : (
        <ParticipantsForm
          // Boxes start from what is kept, so a new page of people starts afresh.
          key={JSON.stringify([filter, step.page, step.people.map((each) => each.chosen)])}
          cycleId={cycle.id}
          step={step}
          filter={filter}
          problem={actionData?.problem ?? null}
        />
      )}
    </StepSection>
  );
}
