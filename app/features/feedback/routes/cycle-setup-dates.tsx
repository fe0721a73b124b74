import { useTranslation } from "react-i18next";
import { data, Form, redirect, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { editCycle } from "../edit-cycle.server.ts";
import type { Route } from "./+types/cycle-setup-dates";
import { pathId } from "./path-id.ts";
import { setupRefusal } from "./setup-refusal.ts";

const fields = ["nominateBy", "closesOn"] as const;

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const form = await request.formData();
  const nominateBy = String(form.get("nominateBy") ?? "");
  const closesOn = String(form.get("closesOn") ?? "");
  const changes = { part: "dates" as const, nominateBy, closesOn };
  const outcome = await editCycle(getPlatform(context), actor, cycleId, changes);
  if (outcome.ok) return redirect(stepPath(cycleId, "invitation"));
  if (outcome.reason !== "fields") throw setupRefusal(outcome.reason, cycleId);
  return data({ problems: outcome.problems, typed: { nominateBy, closesOn } }, { status: 400 });
}

export default function SetupDates({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { cycle } = useOutletContext<SetupFacts>();
  const problems = (actionData?.problems ?? []).map(({ field, problem }) => ({
    field,
    message: t(`setup.dates.problems.${field}.${problem}`),
  }));
  const common = (field: (typeof fields)[number]) => ({
    name: field,
    type: "date",
    width: "medium" as const,
    error: problems.find((problem) => problem.field === field)?.message,
    defaultValue: actionData?.typed[field] ?? cycle[field] ?? "",
  });
  return (
    <StepSection step="dates" cycle={cycle.name}>
      <Form method="post" noValidate className="grid max-w-reading gap-6">
        <ErrorSummary problems={problems} />
        <TextField
          {...common("closesOn")}
          label={t("setup.dates.closesOn")}
          hint={t("setup.dates.closesHint")}
        />
        <TextField
          {...common("nominateBy")}
          label={t("setup.dates.nominateBy")}
          hint={t("setup.dates.nominateHint")}
          optional
        />
        <StepFooter step="dates" cycleId={cycle.id}>
          <Button variant="primary">{t("setup.continue")}</Button>
        </StepFooter>
      </Form>
    </StepSection>
  );
}
