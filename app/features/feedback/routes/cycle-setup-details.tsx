import { useTranslation } from "react-i18next";
import { data, Form, redirect, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { DetailsFields, type DetailsProblem } from "../components/hr/details-fields.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { editCycle } from "../setup/edit-cycle.server.ts";
import { instrumentsToChoose } from "../setup/setup-page.server.ts";
import type { Route } from "./+types/cycle-setup-details";
import { setupRefusal } from "./setup-refusal.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  return { instruments: await instrumentsToChoose(getPlatform(context), actor) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const form = await request.formData();
  const name = String(form.get("name") ?? "");
  const instrumentId = String(form.get("instrument") ?? "");
  const kind = String(form.get("kind") ?? "");
  const changes = { part: "details" as const, name, kind, instrumentId };
  const outcome = await editCycle(getPlatform(context), actor, cycleId, changes);
  if (outcome.ok) return redirect(stepPath(cycleId, "participants"));
  if (outcome.reason !== "fields") throw setupRefusal(outcome.reason, cycleId);
  const named = outcome.problems.map(({ field }) => field);
  const problem: DetailsProblem =
    (["name", "kind"] as const).find((field) => named.includes(field)) ?? "instrument";
  return data({ problem, name, kind, instrumentId }, { status: 400 });
}

export default function SetupDetails({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  const { cycle, counts } = useOutletContext<SetupFacts>();
  const problem = actionData?.problem ?? null;
  return (
    <StepSection step="details" cycle={cycle.name}>
      <Form method="post" noValidate className="grid max-w-reading gap-6">
        <ErrorSummary
          problems={
            problem
              ? [
                  {
                    field: problem,
                    message:
                      problem === "kind"
                        ? tSetup("kind.problem")
                        : t(`details.problems.${problem}`),
                  },
                ]
              : []
          }
        />
        <DetailsFields
          instruments={loaderData.instruments}
          name={actionData?.name ?? cycle.name}
          kind={actionData?.kind || cycle.kind}
          kindHint={counts.participants > 0 ? tSetup("kind.change") : undefined}
          instrumentId={actionData?.instrumentId || cycle.instrumentId}
          problem={problem}
        />
        <StepFooter step="details" cycleId={cycle.id}>
          <Button variant="primary">{t("setup.continue")}</Button>
        </StepFooter>
      </Form>
    </StepSection>
  );
}
