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
import { IntroAside } from "../components/hr/intro-aside.tsx";
import { NextAside } from "../components/hr/next-aside.tsx";
import { ReleaseFields } from "../components/hr/release-fields.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { TimelineFields } from "../components/hr/timeline-form.tsx";
import { datesBeingTyped } from "../domain/timeline.ts";
import { editCycle, editCycleInput } from "../setup/edit-cycle.server.ts";
import type { Route } from "./+types/cycle-setup-dates";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const form = await readForm(request, editCycleInput.dates);
  if (!form.ok) return form.refused();
  const changes = { part: "dates" as const, given: form.value };
  const outcome = await editCycle(getPlatform(context), actor, cycleId, changes);
  if (outcome.ok) return redirect(stepPath(cycleId, "invitation"));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  return leadToCycle(cycleId, outcome.reason);
}

export default function SetupDates({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  const { cycle, zone } = useOutletContext<SetupFacts>();
  const { nominateBy, opensOn, closesOn, closesItself, releaseMode, releaseOn } = cycle;
  const form = useFormFields<typeof editCycleInput.dates>({
    id: "dates",
    draft: { name: `cycle-dates:${cycle.id}`, marks: true },
    answer: actionData,
    start: {
      ...{ nominateBy, opensOn, closesOn, closesItself, releaseMode, releaseOn },
      reminderDays: cycle.reminderDays.join(", "),
      hrKeepsReports: cycle.hrKeepsReports ? "yes" : "no",
    },
    say: ({ field, code }) => tSetup(`dates.problems.${field}.${code}`),
  });
  const fields = useTyped("dates");
  const typed = fields ? datesBeingTyped(fields, cycle) : {};
  return (
    <StepSection
      step="dates"
      lead={tSetup("dates.lead", { zone })}
      size="preview"
      aside={
        <>
          <IntroAside typed={typed} />
          <NextAside typed={typed} />
        </>
      }
    >
      <Form {...form.form} className="grid max-w-reading gap-8">
        <ErrorSummary problems={form.problems} />
        <TimelineFields kind={cycle.kind} form={form} zone={zone} />
        <ReleaseFields form={form} />
        <StepFooter step="dates" cycleId={cycle.id} draft={form.draft}>
          <Button variant="primary">{t("setup.continue")}</Button>
        </StepFooter>
      </Form>
    </StepSection>
  );
}
