import { useTranslation } from "react-i18next";
import { data, Form, redirect, useNavigation, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Link } from "~/ui/link.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { ListProblems } from "../components/hr/list-problems.tsx";
import { ParticipantsWays } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import { addListedPeople } from "../setup/add-listed-people.server.ts";
import type { Route } from "./+types/cycle-setup-list";
import { setupRefusal } from "./setup-refusal.ts";

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const form = await request.formData();
  const text = String(form.get("list") ?? "");
  const leavingOut = form.get("intent") === "leave-out";
  const outcome = await addListedPeople(getPlatform(context), actor, cycleId, { text, leavingOut });
  if (outcome.ok) return redirect(stepPath(cycleId, "raters"));
  switch (outcome.reason) {
    case "lines":
      return data({ problem: "lines" as const, found: outcome.found, text }, { status: 400 });
    case "empty":
    case "too-long":
      return data({ problem: outcome.reason, found: null, text }, { status: 400 });
    default:
      throw setupRefusal(outcome.reason, cycleId);
  }
}

export default function SetupList({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-setup");
  const { cycle, counts } = useOutletContext<SetupFacts>();
  const busy = useNavigation().state === "submitting";
  const found = actionData?.found ?? null;
  const usable = found?.personIds.length ?? 0;
  const wrong = found?.problems.filter(({ problem }) => problem !== "twice").length ?? 0;
  const message = actionData ? t(`list.problems.${actionData.problem}`, { count: wrong }) : null;
  return (
    <StepSection step="participants" cycle={cycle.name} lead={t("list.lead")}>
      <ParticipantsWays cycleId={cycle.id} current="list" />
      <Form method="post" noValidate className="grid max-w-reading gap-5">
        <ErrorSummary problems={message ? [{ field: "list", message }] : []} />
        {found && <ListProblems found={found} />}
        <TextArea
          name="list"
          label={t("list.label")}
          hint={t("list.hint")}
          rows={8}
          error={message ?? undefined}
          defaultValue={actionData?.text ?? ""}
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button variant="primary" name="intent" value="add" busy={busy}>
            {t("list.action")}
          </Button>
          {usable > 0 && (
            <Button name="intent" value="leave-out">
              {t("list.leaveOut", { count: usable })}
            </Button>
          )}
          <Link tone="muted" href={stepPath(cycle.id, "participants")}>
            {t("list.already", { count: counts.participants })}
          </Link>
        </div>
      </Form>
    </StepSection>
  );
}
