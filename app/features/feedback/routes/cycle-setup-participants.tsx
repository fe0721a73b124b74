import { useTranslation } from "react-i18next";
import { data, redirect, useOutletContext } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { filterParameters, readFilter } from "~/features/people/domain/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { answerWith } from "~/platform/http/form-answer.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { ParticipantsForm } from "../components/hr/participants-form.tsx";
import { ParticipantsWays } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import { participantsStep, tickParticipants } from "../setup/participants-step.server.ts";
import type { Route } from "./+types/cycle-setup-participants";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const { searchParams } = new URL(request.url);
  const view = { filter: readFilter(searchParams), page: Number(searchParams.get("page")) || 1 };
  const step = await participantsStep(getPlatform(context), actor, pathId(params.cycleId), view);
  return { step, filter: view.filter };
}

/** Those on the screen, those of them who are ticked, and whom to show next. */
const ticks = z.object({
  intent: z
    .string()
    .regex(/^(show|continue|add-all|remove-all|page:\d{1,6})$/)
    .default("show"),
  shown: z.array(z.uuid()),
  person: z.array(z.uuid()),
  q: z.string().optional(),
  department: z.string().optional(),
  level: z.string().optional(),
  managers: z.string().optional(),
  chosen: z.string().optional(),
});

/** Every button of the page keeps the ticks first, then goes where it says. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const { intent, shown, person, ...typed } = await readPress(request, ticks);
  const shownFilter = readFilter(new URL(request.url).searchParams);
  const change = intent === "add-all" ? "add" : intent === "remove-all" ? "remove" : null;
  const outcome = await tickParticipants(platform, actor, cycleId, {
    ...{ shown, ticked: person },
    ...(change ? { all: { change, filter: shownFilter } } : {}),
  });
  if (!outcome.ok) return leadToCycle(cycleId, outcome.reason);
  if (intent === "continue") {
    const view = { filter: shownFilter, page: 1 };
    const { chosen } = await participantsStep(platform, actor, cycleId, view);
    if (chosen > 0) return redirect(stepPath(cycleId, "raters"));
    return data(answerWith({ field: "q", code: "required" }), { status: 400 });
  }
  const page = /^page:(\d+)$/.exec(intent)?.[1];
  const filter =
    intent === "show" ? readFilter(new Map<string, unknown>(Object.entries(typed))) : shownFilter;
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
          answer={actionData}
        />
      )}
    </StepSection>
  );
}
