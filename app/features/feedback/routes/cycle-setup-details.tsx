import { useTranslation } from "react-i18next";
import { redirect, useOutletContext } from "react-router";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { useTyped } from "~/ui/use-typed.ts";
import { DetailsFields, useDetailsProblem } from "../components/hr/details-fields.tsx";
import { IntroAside } from "../components/hr/intro-aside.tsx";
import { NextAside } from "../components/hr/next-aside.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { isCycleKind } from "../domain/cycle-kind.ts";
import { editCycle, editCycleInput } from "../setup/edit-cycle.server.ts";
import { instrumentsToChoose } from "../setup/setup-page.server.ts";
import type { Route } from "./+types/cycle-setup-details";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  return { instruments: await instrumentsToChoose(getPlatform(context), actor) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const form = await readForm(request, editCycleInput.details);
  if (!form.ok) return form.refused();
  const changes = { part: "details" as const, given: form.value };
  const outcome = await editCycle(getPlatform(context), actor, cycleId, changes);
  if (outcome.ok) return redirect(stepPath(cycleId, "participants"));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  return leadToCycle(cycleId, outcome.reason);
}

export default function SetupDetails({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  const { cycle, counts } = useOutletContext<SetupFacts>();
  const { name, kind, instrumentId } = cycle;
  const form = useFormFields<typeof editCycleInput.details>({
    id: "cycle",
    draft: { name: `cycle-details:${cycle.id}`, marks: true },
    answer: actionData,
    start: { name, kind, instrumentId },
    say: useDetailsProblem(),
  });
  const typed = useTyped("cycle");
  const chosen = loaderData.instruments.find(({ id }) => id === typed?.instrumentId);
  return (
    <StepSection
      step="details"
      size="preview"
      aside={
        <>
          <IntroAside
            typed={{
              ...(typed?.name?.trim() ? { round: typed.name.trim() } : {}),
              ...(isCycleKind(typed?.kind) ? { kind: typed.kind } : {}),
              ...(chosen && {
                questionnaire: chosen.id,
                instrument: { items: chosen.items, minutes: chosen.minutes },
              }),
            }}
          />
          <NextAside />
        </>
      }
    >
      <Form {...form.form} className="grid max-w-reading gap-6">
        <ErrorSummary problems={form.problems} />
        <DetailsFields
          form={form}
          cycleId={cycle.id}
          instruments={loaderData.instruments}
          kindHint={counts.participants > 0 ? tSetup("kind.change") : undefined}
        />
        <StepFooter step="details" cycleId={cycle.id} draft={form.draft}>
          <Button variant="primary">{t("setup.continue")}</Button>
        </StepFooter>
      </Form>
    </StepSection>
  );
}
