import { useTranslation } from "react-i18next";
import { data, Form, redirect, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { ReleaseFields } from "../components/hr/release-fields.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { type TypedDates, timelineFields } from "../components/hr/timeline-fields.ts";
import { TimelineFields } from "../components/hr/timeline-form.tsx";
import { editCycle } from "../setup/edit-cycle.server.ts";
import type { Route } from "./+types/cycle-setup-dates";
import { setupRefusal } from "./setup-refusal.ts";

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const form = await request.formData();
  const typed = Object.fromEntries(
    timelineFields.map((field) => [field, String(form.get(field) ?? "")]),
  ) as TypedDates;
  const changes = { part: "dates" as const, ...typed };
  const outcome = await editCycle(getPlatform(context), actor, cycleId, changes);
  if (outcome.ok) return redirect(stepPath(cycleId, "invitation"));
  if (outcome.reason !== "fields") throw setupRefusal(outcome.reason, cycleId);
  return data({ problems: outcome.problems, typed }, { status: 400 });
}

export default function SetupDates({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  const { cycle, zone } = useOutletContext<SetupFacts>();
  const problems = (actionData?.problems ?? []).map(({ field, problem }) => ({
    field,
    message: tSetup(`dates.problems.${field}.${problem}`),
  }));
  const typed: TypedDates = actionData?.typed ?? {
    nominateBy: cycle.nominateBy ?? "",
    opensOn: cycle.opensOn ?? "",
    closesOn: cycle.closesOn ?? "",
    closesItself: cycle.closesItself ? "yes" : "",
    reminderDays: cycle.reminderDays.join(", "),
    releaseMode: cycle.releaseMode,
    releaseOn: cycle.releaseOn ?? "",
    hrKeepsReports: cycle.hrKeepsReports ? "yes" : "no",
  };
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <StepSection step="dates" cycle={cycle.name} lead={tSetup("dates.lead", { zone })}>
      <Form method="post" noValidate className="grid max-w-reading gap-8">
        <ErrorSummary problems={problems} />
        <TimelineFields kind={cycle.kind} typed={typed} errorOf={errorOf} zone={zone} />
        <ReleaseFields typed={typed} errorOf={errorOf} />
        <StepFooter step="dates" cycleId={cycle.id}>
          <Button variant="primary">{t("setup.continue")}</Button>
        </StepFooter>
      </Form>
    </StepSection>
  );
}
